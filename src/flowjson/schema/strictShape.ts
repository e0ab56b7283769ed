import {
  atLeast,
  bindingPattern,
  colourPattern,
  datePattern,
  type ComponentPlace,
  type ObjectName,
  type Shape,
  type Version,
} from '../catalogue';
import { reference, type JsonSchema } from './jsonSchema';

/** How a shape reaches the definitions of what it consists of. */
export interface Links {
  readonly object: (name: ObjectName) => JsonSchema;
  readonly components: (place: ComponentPlace) => JsonSchema;
  readonly action: (shape: Extract<Shape, { is: 'action' }>) => JsonSchema;
}

export const bindingDefinition = 'binding';

/** The schema that accepts exactly the values of a shape in a version (facts on Flow JSON, section 4.1). */
export function strictShape(shape: Shape, version: Version, links: Links): JsonSchema {
  const inner = (each: Shape) => strictShape(each, version, links);
  switch (shape.is) {
    case 'text':
      return textSchema(shape, version);
    case 'name': {
      const pattern = { type: 'string', pattern: '\\S' };
      return atLeast(version, '6.0') ? { ...pattern, not: reference(bindingDefinition) } : pattern;
    }
    case 'boolean':
      return orBinding(shape.bindable, { type: 'boolean' });
    case 'number':
    case 'integer':
      return orBinding(shape.bindable, { type: shape.is, ...bounds('minimum', 'maximum', shape) });
    case 'enum':
      return orBinding(shape.bindable, { type: 'string', enum: shape.words });
    case 'array':
      return orBinding(shape.bindable, {
        type: 'array',
        items: inner(shape.items),
        ...bounds('minItems', 'maxItems', shape),
      });
    case 'object':
      return orBinding(shape.bindable ?? false, links.object(shape.name));
    case 'map':
      return orBinding(shape.bindable ?? false, {
        type: 'object',
        ...(shape.keys && { propertyNames: { pattern: shape.keys.source } }),
        ...(shape.exempt && { patternProperties: { [shape.exempt.source]: {} } }),
        additionalProperties: inner(shape.values),
        ...(shape.min !== undefined && { minProperties: shape.min }),
      });
    case 'components':
      return {
        type: 'array',
        items: links.components(shape.place),
        ...(shape.min !== undefined && { minItems: shape.min }),
      };
    case 'action':
      return links.action(shape);
    case 'binding':
      return reference(bindingDefinition);
    case 'condition':
      return { type: atLeast(version, '6.0') ? ['string', 'boolean'] : 'string' };
    case 'oneOf':
      return { anyOf: shape.shapes.map(inner) };
    case 'any':
      return {};
  }
}

function textSchema(shape: Extract<Shape, { is: 'text' }>, version: Version): JsonSchema {
  const blankRefused = shape.blank === 'refused' || (shape.blank !== 'allowed' && atLeast(version, '6.0'));
  const plain: JsonSchema = {
    type: 'string',
    ...(blankRefused && { pattern: '\\S' }),
    ...(shape.minLength !== undefined && { minLength: shape.minLength }),
  };
  const constraint = formatOf(shape);
  if (constraint) return orBinding(shape.bindable, { ...plain, ...constraint });
  return shape.bindable ? plain : { ...plain, not: reference(bindingDefinition) };
}

function formatOf({ pattern, format }: Extract<Shape, { is: 'text' }>): JsonSchema | undefined {
  if (pattern) return { pattern: pattern.source };
  switch (format) {
    case 'uri':
    case 'regex':
      return { format };
    case 'date':
      return { pattern: datePattern.source };
    case 'colour':
      return { pattern: colourPattern.source };
    default:
      return undefined;
  }
}

function orBinding(bindable: boolean, schema: JsonSchema): JsonSchema {
  return bindable ? { anyOf: [schema, reference(bindingDefinition)] } : schema;
}

function bounds(
  lower: string,
  upper: string,
  { min, max }: { readonly min?: number; readonly max?: number },
): JsonSchema {
  return { ...(min !== undefined && { [lower]: min }), ...(max !== undefined && { [upper]: max }) };
}

export const bindingSchema = (version: Version): JsonSchema => ({
  type: 'string',
  pattern: bindingPattern(version).source,
});
