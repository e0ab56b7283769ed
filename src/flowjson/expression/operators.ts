import type { BinaryOperator, UnaryOperator } from './expressionAst';

/** How tightly operators bind, as in C. Members side by side bind least of all. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Operators of other languages: how tightly they bind there, and what is meant, where that is clear. */
export const foreign: Readonly<Record<string, { readonly binds: number; readonly meant?: BinaryOperator }>> =
  {
    '===': { binds: 3, meant: '==' },
    '!==': { binds: 3, meant: '!=' },
    '=': { binds: 3, meant: '==' },
    '|': { binds: 1, meant: '||' },
    '&': { binds: 2, meant: '&&' },
    '??': { binds: 1 },
    '^': { binds: 2 },
    '<<': { binds: 4 },
    '>>': { binds: 4 },
    '>>>': { binds: 4 },
    '**': { binds: 6 },
  };

export function isBinary(operator: string): operator is BinaryOperator {
  return Object.hasOwn(precedence, operator);
}

export function isUnary(operator: string): operator is UnaryOperator {
  return operator === '!' || operator === '+' || operator === '-';
}
