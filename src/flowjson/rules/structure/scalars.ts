import type { Shape } from '../../catalogue';
import { say, shortened } from '../../message';
import { nearest } from '../../text/nearest';
import type { Node } from '../../text/nodes';
import type { Findings } from './findings';
import { isDynamic } from './texts';
import { wrongType } from './types';

type NumberShape = Extract<Shape, { is: 'number' | 'integer' }>;
type EnumShape = Extract<Shape, { is: 'enum' }>;

/** Whether a binding stands where the value may be one. */
export function isBound(findings: Findings, node: Node, shape: { readonly bindable?: boolean }): boolean {
  return shape.bindable === true && node.type === 'string' && isDynamic(node.value as string, findings);
}

export function checkNumber(findings: Findings, node: Node, shape: NumberShape, property: string): void {
  if (isBound(findings, node, shape)) return;
  if (node.type === 'string') {
    notANumber(findings, node, shape, property);
    return;
  }
  if (node.type !== 'number') {
    wrongType(findings, node, shape, property);
    return;
  }
  const value = node.value as number;
  const { min = -Infinity, max = Infinity } = shape;
  if (shape.is === 'integer' && !Number.isInteger(value)) wrongType(findings, node, shape, property);
  else if (value < min) {
    findings.add('number-bounds', {
      node,
      message: say('"{0}" must be at least {1}.', property, min),
      facts: { property, replacement: String(min) },
    });
  } else if (value > max) {
    findings.add('number-bounds', {
      node,
      code: 'MAXIMUM_VALUE_REQUIRED',
      message: say('"{0}" must be at most {1}.', property, max),
      facts: { property, replacement: String(max) },
    });
  }
}

/** A text that is no number: documented with a code of its own where a binding could stand instead (row 7b). */
function notANumber(findings: Findings, node: Node, shape: NumberShape, property: string): void {
  const text = (node.value as string).trim();
  const numeric = text.length < 20 && /^-?\d+(\.\d+)?$/.test(text);
  findings.add('not-a-number', {
    node,
    code: shape.bindable ? 'PATTERN_MISMATCH' : 'INVALID_PROPERTY_TYPE',
    message: shape.bindable
      ? say('"{0}" must be a number, without quotes, or a reference such as {1}.', property, '${data.name}')
      : say('"{0}" must be a number, without quotes; a reference is not possible here.', property),
    facts: { property, ...(numeric && { replacement: text }) },
  });
}

export function checkEnum(findings: Findings, node: Node, shape: EnumShape, property: string): void {
  if (node.type !== 'string') {
    wrongType(findings, node, shape, property);
    return;
  }
  const word = node.value as string;
  if (shape.words.includes(word) || isBound(findings, node, shape)) return;
  const suggestion = nearest(word, shape.words);
  const words = shape.words.join(', ');
  findings.add('unknown-word', {
    node,
    message:
      suggestion !== undefined
        ? say(
            '"{0}" is not possible here. Did you mean "{1}"? Possible are: {2}.',
            shortened(word),
            suggestion,
            words,
          )
        : word.startsWith('${')
          ? say('"{0}" cannot be a reference. Possible are: {1}.', property, words)
          : say('"{0}" is not possible here. Possible are: {1}.', shortened(word), words),
    facts: { property, ...(suggestion !== undefined && { suggestion }) },
  });
}

export function checkBinding(findings: Findings, node: Node, property: string): void {
  if (node.type === 'string' && isDynamic(node.value as string, findings)) return;
  findings.add('binding-needed', {
    node,
    code: node.type === 'string' ? 'PATTERN_MISMATCH' : 'INVALID_PROPERTY_TYPE',
    message: say('"{0}" must be a reference such as {1}.', property, '${data.name}'),
    facts: { property },
  });
}

/** What a condition says is read elsewhere; here only whether it can be one. */
export function checkCondition(findings: Findings, node: Node, shape: Shape, property: string): void {
  const fits = node.type === 'string' || (node.type === 'boolean' && findings.since6);
  if (!fits) wrongType(findings, node, shape, property);
}
