import { componentFact, propertiesOf } from '../../catalogue';
import { say } from '../../message';
import { stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { forComponents, initialValuesOf, literalOf, numberOf } from '../common/componentValues';

/** Kinds of input that may have a pattern (facts on Flow JSON, section 8.4). */
const withPattern = ['text', 'number', 'password', 'passcode'];

const patternKind: ScreenRule = {
  id: 'pattern-input-type',
  since: '6.2',
  codes: ['INVALID_DEPENDENCIES'],
  severity: 'error',
  provenance: 'observed',
  about: 'A pattern stands only on inputs for text, numbers, passwords and passcodes.',
  checkScreen: forComponents(['TextInput'], (component, report) => {
    const pattern = valueOf(component.node, 'pattern');
    const kindNode = valueOf(component.node, 'input-type');
    const kind = stringOf(kindNode);
    if (pattern === undefined || (kind !== 'email' && kind !== 'phone')) return;
    report({
      node: component.node,
      message: say(
        '"{0}" does not go with "{1}" {2}, only with {3}. Remove it or change the type.',
        'pattern',
        'input-type',
        kind,
        withPattern.join(', '),
      ),
      facts: { property: 'pattern' },
      related: [{ node: kindNode!, message: say('The type stands here.') }],
    });
  }),
};

const patternSlashes: ScreenRule = {
  id: 'pattern-slashes',
  since: '6.2',
  codes: ['PATTERN_WITH_SLASHES'],
  severity: 'warning',
  provenance: 'documented',
  about: 'A pattern is written without slashes around it.',
  checkScreen: forComponents(['TextInput'], (component, report) => {
    const node = valueOf(component.node, 'pattern');
    const pattern = literalOf(node);
    if (pattern === undefined || !/^\/.+\/[a-z]{0,6}$/.test(pattern)) return;
    const suggestion = pattern.slice(1, pattern.lastIndexOf('/'));
    report({
      node: node!,
      message: say('Write the pattern without slashes around it: they would have to be typed.'),
      facts: { suggestion },
    });
  }),
};

const initialLength: ScreenRule = {
  id: 'init-value-length',
  codes: ['INIT_VALUE_LENGTH'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The text an input starts with is neither too short nor too long for it.',
  checkScreen: forComponents(['TextInput', 'TextArea'], (component, report, { version }) => {
    const facts = propertiesOf(componentFact(component.type)!, version);
    const limit = (property: string): number | undefined => {
      const node = valueOf(component.node, property);
      const usual = facts.get(property)?.default;
      return node ? numberOf(node) : typeof usual === 'number' ? usual : undefined;
    };
    const max = limit('max-chars') ?? limit('max-length');
    const min = limit('min-chars') ?? 0;
    for (const node of initialValuesOf(component)) {
      const text = literalOf(node);
      if (text === undefined || text === '') continue;
      if (max !== undefined && text.length > max) {
        report({
          node,
          message: say('The first value has {0} characters; {1} is the most here.', text.length, max),
        });
      } else if (text.length < min) {
        report({
          node,
          message: say('The first value has {0} characters; {1} is the least here.', text.length, min),
        });
      }
    }
  }),
};

/** What a first value must look like to be accepted: deliberately loose, and the author's own pattern is never run. */
const looks: ReadonlyMap<string, RegExp> = new Map([
  ['number', /^[+-]?\d*[.,]?\d+$/],
  ['passcode', /^\d+$/],
  ['email', /^[^@\s]+@[^@\s]+$/],
]);

const initialKind: ScreenRule = {
  id: 'init-value-kind',
  codes: ['INIT_VALUE_KIND'],
  severity: 'warning',
  provenance: 'observed',
  about: 'The text an input starts with fits its input-type.',
  checkScreen: forComponents(['TextInput'], (component, report) => {
    const kind = stringOf(valueOf(component.node, 'input-type'));
    const look = kind === undefined ? undefined : looks.get(kind);
    if (look === undefined) return;
    for (const node of initialValuesOf(component)) {
      const text = literalOf(node);
      if (text === undefined || text === '' || text.length > 500 || look.test(text)) continue;
      report({
        node,
        message: say('The input starts with a value that does not fit its type {0}.', kind!),
      });
    }
  }),
};

export const textInputRules = [patternKind, patternSlashes, initialLength, initialKind];
