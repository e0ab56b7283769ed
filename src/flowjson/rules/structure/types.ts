import type { Shape } from '../../catalogue';
import { say, type Message } from '../../message';
import type { Node } from '../../text/nodes';
import type { Findings } from './findings';

const reference = '${data.name}';

/** Reports a value of the wrong JSON type. `replacement` is the JSON that was probably meant. */
export function wrongType(findings: Findings, node: Node, shape: Shape, property: string): void {
  const replacement = meant(node, shape);
  findings.add('wrong-type', {
    node,
    // The documented example of this code is a layout that is a text (row 2).
    ...(property === 'layout' && node.type === 'string' && { code: 'INVALID_PROPERTY_VALUE' }),
    message: sentence(shape, property),
    facts: { property, expected: shape.is, ...(replacement !== undefined && { replacement }) },
  });
}

function sentence(shape: Shape, property: string): Message {
  switch (shape.is) {
    case 'boolean':
      return shape.bindable
        ? say('"{0}" must be true or false, without quotes, or a reference such as {1}.', property, reference)
        : say('"{0}" must be true or false, without quotes; a reference is not possible here.', property);
    case 'number':
      return shape.bindable
        ? say('"{0}" must be a number, without quotes, or a reference such as {1}.', property, reference)
        : say('"{0}" must be a number, without quotes; a reference is not possible here.', property);
    case 'integer':
      return shape.bindable
        ? say(
            '"{0}" must be a whole number, without quotes, or a reference such as {1}.',
            property,
            reference,
          )
        : say('"{0}" must be a whole number, without quotes; a reference is not possible here.', property);
    case 'array':
      return shape.bindable
        ? say('"{0}" must be a list, in brackets, or a reference such as {1}.', property, reference)
        : say('"{0}" must be a list, in brackets.', property);
    case 'components':
      return say('"{0}" must be a list of components, in brackets.', property);
    case 'object':
    case 'map':
      return shape.bindable
        ? say('"{0}" must be an object, in braces, or a reference such as {1}.', property, reference)
        : say('"{0}" must be an object, in braces.', property);
    case 'action':
      return say('"{0}" must be an action: an object with at least a "name".', property);
    case 'condition':
      return say('"{0}" must be a condition in quotes, such as {1}.', property, "${data.name} == 'x'");
    case 'oneOf':
      return say(
        '"{0}" cannot be of this type. It may be: {1}.',
        property,
        [...new Set(shape.shapes.map(({ is }) => jsonTypes[is] ?? is))].join(', '),
      );
    default:
      return say('"{0}" must be a text, in quotes.', property);
  }
}

/** The JSON that was meant: quotes too many around a number or a word, or too few around a text. */
function meant(node: Node, shape: Shape): string | undefined {
  const value: unknown = node.value;
  if (shape.is === 'boolean' && typeof value === 'string' && /^(true|false)$/i.test(value))
    return value.toLowerCase();
  if (isText(shape) && (typeof value === 'number' || typeof value === 'boolean')) return `"${String(value)}"`;
  return undefined;
}

/** The JSON type that a value of each shape has where it is not a binding. */
export const jsonTypes: Readonly<Partial<Record<Shape['is'], Node['type']>>> = {
  text: 'string',
  name: 'string',
  enum: 'string',
  boolean: 'boolean',
  number: 'number',
  integer: 'number',
  array: 'array',
  object: 'object',
  map: 'object',
};

const isText = ({ is }: Shape): boolean => is === 'text' || is === 'name' || is === 'enum';
