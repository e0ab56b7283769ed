import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { FlowTree } from './flowTree';

/** What is wrong with a text as JSON; the rest of the names are the parser's. */
export type SyntaxKind = 'TrailingComma' | 'ExtraComma' | ReturnType<typeof printParseErrorCode>;

/** One place that makes a text unreadable as JSON; offsets count in the whole text. */
export interface SyntaxProblem {
  readonly kind: SyntaxKind;
  readonly start: number;
  readonly end: number;
}

/** Kinds that leave no doubt about what the rest of the text says. */
export const harmless: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  'InvalidCommentToken',
  'TrailingComma',
  'ExtraComma',
]);

/** What is wrong with the text as JSON, one problem for each place. */
export function syntaxProblems(tree: FlowTree): SyntaxProblem[] {
  const all: SyntaxProblem[] = [];
  let last = -1;
  for (const problem of tree.problems) {
    const found = toProblem(tree.text, problem);
    if (found.start === last) continue;
    last = found.start;
    all.push(found);
  }
  return all;
}

/** The problems that put in doubt what stands where: after them things may seem missing or misplaced that are not. */
export function structuralProblems(tree: FlowTree): SyntaxProblem[] {
  return tree.problems.length === 0 ? [] : syntaxProblems(tree).filter(({ kind }) => !harmless.has(kind));
}

function toProblem(text: string, { error, offset, length }: ParseError): SyntaxProblem {
  const kind = printParseErrorCode(error);
  const before = lastOf(text, offset);
  const closes = text[offset] === '}' || text[offset] === ']';
  if (closes && text[before] === ',') return { kind: 'TrailingComma', start: before, end: before + 1 };
  if (text[offset] === ',' && ',[{'.includes(text[before] ?? ' ')) {
    return { kind: 'ExtraComma', start: offset, end: offset + 1 };
  }
  // At the end of the text there is nothing to point at: the last thing written is shown instead.
  if (offset >= text.length) return { kind, start: Math.max(before, 0), end: Math.max(before + 1, 0) };
  return { kind, start: offset, end: offset + Math.max(length, 1) };
}

/** The offset of the last character before a place that is no white space; -1 where there is none. */
function lastOf(text: string, offset: number): number {
  let at = Math.min(offset, text.length) - 1;
  while (at >= 0 && text.charCodeAt(at) <= 0x20) at -= 1;
  return at;
}
