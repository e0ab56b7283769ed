import { say, type Message } from '../../message';
import { deepestNesting } from '../../text/nesting';
import { harmless, syntaxProblems, type SyntaxKind } from '../../text/syntaxProblems';
import type { FlowRule } from '../rule';
import { beginning, placeAt } from './place';

/** After so many the rest are follow-ups; comments and commas too many do not count. */
const enough = 10;

export const syntax: FlowRule = {
  id: 'json-syntax',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'documented',
  rows: [12],
  about: 'The text is JSON, without comments and trailing commas.',
  checkFlow({ tree }, report) {
    if (tree.top === undefined) return;
    let told = 0;
    for (const { kind, start, end } of syntaxProblems(tree)) {
      if (!harmless.has(kind) && (told += 1) > enough) continue;
      report({ node: placeAt(start, end), message: sentences[kind], facts: { kind } });
    }
  },
};

export const emptyText: FlowRule = {
  id: 'empty-text',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'documented',
  rows: [12],
  about: 'The text is not empty.',
  checkFlow(flow, report) {
    if (flow.tree.text.trim() !== '') return;
    report({
      node: beginning(flow),
      message: say('The file is empty: a Flow JSON with a version and screens belongs here.'),
    });
  },
};

export const nesting: FlowRule = {
  id: 'too-deep',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'advice',
  about: `Braces and brackets are nested at most ${deepestNesting} deep.`,
  checkFlow(flow, report) {
    if (!flow.tree.tooDeep) return;
    report({
      node: beginning(flow),
      message: say(
        'Braces and brackets are nested deeper than {0} levels here: nothing can read such a flow.',
        deepestNesting,
      ),
    });
  },
};

const sentences: Readonly<Record<SyntaxKind, Message>> = {
  TrailingComma: say('Nothing follows this comma: remove it. JSON has no trailing commas.'),
  ExtraComma: say('Nothing stands before this comma: remove it.'),
  InvalidCommentToken: say('Comments are not allowed in Flow JSON: remove this one.'),
  UnexpectedEndOfComment: say(
    'This comment has no end, and comments are not allowed in Flow JSON: remove it.',
  ),
  InvalidSymbol: say(
    'This is no JSON value. A text stands in double quotes; only numbers, true, false and null go without.',
  ),
  InvalidNumberFormat: say('This is no number as JSON writes them.'),
  UnexpectedEndOfNumber: say('This number is not complete.'),
  PropertyNameExpected: say('A property name in double quotes is expected here.'),
  ValueExpected: say('A value is expected here.'),
  ColonExpected: say('A colon is expected here, between the name and its value.'),
  CommaExpected: say('A comma is missing before this.'),
  CloseBraceExpected: say('A closing brace is missing here.'),
  CloseBracketExpected: say('A closing bracket is missing here.'),
  EndOfFileExpected: say('The flow ends before this: remove what follows, or a brace above is one too many.'),
  UnexpectedEndOfString: say(
    'The closing quote of this text is missing. A line break inside a text is written \\n.',
  ),
  InvalidUnicode: say('\\u must be followed by four hexadecimal digits.'),
  InvalidEscapeCharacter: say(
    'This backslash escapes nothing that JSON knows. A backslash itself is written \\\\.',
  ),
  InvalidCharacter: say('This character must be escaped inside a text, for example a tab as \\t.'),
  '<unknown ParseErrorCode>': say('This is not valid JSON.'),
};
