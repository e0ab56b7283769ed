import { colourPattern, type Shape } from '../../catalogue';
import { isExpression } from '../../text/reference';
import { say, shortened } from '../../message';
import type { Node } from '../../text/nodes';
import type { Findings } from './findings';
import { wrongType } from './types';

type TextShape = Extract<Shape, { is: 'text' }>;

/**
 * Whether a text stands for a value that is known only when the flow runs. Anything that begins like a reference counts:
 * what is wrong inside of it is the business of the rules on references.
 */
export function isDynamic(text: string, { since6 }: Findings): boolean {
  return text.startsWith('${') || (since6 && isExpression(text));
}

export function checkText(findings: Findings, node: Node, shape: TextShape, property: string): void {
  if (node.type !== 'string') {
    wrongType(findings, node, shape, property);
    return;
  }
  const text = node.value as string;
  if (shape.bindable && isDynamic(text, findings)) return;
  const { minLength = 0, blank, pattern, format } = shape;
  if (text.length < minLength) {
    findings.add('too-few', {
      node,
      code: 'MIN_CHARS_REQUIRED',
      message: say('"{0}" must not be empty.', property),
      facts: { property },
    });
  } else if (!/\S/.test(text) && (blank === 'refused' || (blank === undefined && findings.since6))) {
    findings.add('blank-text', {
      node,
      message: say('"{0}" must not be blank: write something.', property),
      facts: { property },
    });
  } else if (pattern !== undefined && !pattern.test(text)) {
    findings.add('text-pattern', {
      node,
      message: say(
        '"{0}" cannot be the id of a screen: only letters and underscores are possible.',
        shortened(text),
      ),
      facts: { property },
    });
  } else if (format !== undefined) checkFormat(findings, node, format, property);
}

/** Dates and base64 have rules of their own, which know the component around them. */
function checkFormat(
  findings: Findings,
  node: Node,
  format: NonNullable<TextShape['format']>,
  property: string,
): void {
  const text = node.value as string;
  if (format === 'colour' && !colourPattern.test(text)) {
    findings.add('text-pattern', {
      node,
      message: say('A colour is written as # and six hexadecimal digits, for example {0}.', '#25D366'),
      facts: { property },
    });
  } else if (format === 'uri' && !uri.test(text)) {
    findings.add('value-format', {
      node,
      message: say('"{0}" must be a whole address, for example {1}.', property, 'https://example.com'),
      facts: { property, format },
    });
  } else if (format === 'regex' && !compiles(text)) {
    findings.add('value-format', {
      node,
      message: say('"{0}" is not a regular expression: check its brackets and backslashes.', property),
      facts: { property, format },
    });
  }
}

const uri = /^[a-z][a-z0-9+.-]*:[^\s]+$/i;

/** Longer patterns are not looked at: reading them is linear, but nobody writes them by hand. */
const longestPattern = 10_000;

/** Whether a regular expression can be read, in either of its two dialects. It is never run. */
function compiles(source: string): boolean {
  return source.length > longestPattern || ['', 'u'].some((flags) => canRead(source, flags));
}

function canRead(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}

/** The name of a component: what `${form.name}` refers to, so it cannot be a reference itself. */
export function checkName(findings: Findings, node: Node, property: string): void {
  if (node.type !== 'string') {
    wrongType(findings, node, plainText, property);
    return;
  }
  const text = node.value as string;
  if (!/\S/.test(text)) {
    findings.add('blank-text', {
      node,
      message: say('"{0}" must not be blank: other places refer to it.', property),
      facts: { property },
    });
  } else if (findings.since6 && isDynamic(text, findings)) {
    findings.add('name-is-reference', {
      node,
      message: say('"{0}" must be a plain name, not a reference or an expression.', property),
      facts: { property },
    });
  }
}

const plainText: Shape = { is: 'text', bindable: false };
