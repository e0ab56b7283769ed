import { arrayOf, objectOf, stringType, type ValueType } from '../expression/valueTypes';
import { valueOf, items, properties, plainValue, type Node } from '../text/nodes';

/** A type as an entry of a data model declares it, without an example. What is not known is a text. */
export function schemaOf(type: ValueType): Record<string, unknown> {
  switch (type.is) {
    case 'array':
      return { type: 'array', items: schemaOf(type.items) };
    case 'object': {
      const parts = [...type.properties].map(([key, part]) => [key, schemaOf(part)]);
      return { type: 'object', properties: Object.fromEntries(parts) as Record<string, unknown> };
    }
    case 'number':
    case 'boolean':
      return { type: type.is };
    default:
      return { type: 'string' };
  }
}

/** An entry of a data model for a type, with an example. */
export function entryFor(type: ValueType): Record<string, unknown> {
  return { ...schemaOf(type), __example__: exampleFor(type) };
}

/** A value of a type, for want of a better one. */
export function exampleFor(type: ValueType): unknown {
  switch (type.is) {
    case 'array':
      return [exampleFor(type.items)];
    case 'object':
      return Object.fromEntries([...type.properties].map(([key, part]) => [key, exampleFor(part)]));
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return 'Example';
  }
}

/** An example that fits a schema, as far as the schema can be read: its first allowed value, else one of its type. */
export function exampleOf(schema: Node | undefined): unknown {
  const [word] = items(valueOf(schema, 'enum'));
  if (word) return plainValue(word);
  switch (valueOf(schema, 'type')?.value) {
    case 'array':
      return [exampleOf(valueOf(schema, 'items'))];
    case 'object':
      return Object.fromEntries(
        properties(valueOf(schema, 'properties')).map(({ key, value }) => [key, exampleOf(value)]),
      );
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    default:
      return 'Example';
  }
}

/** The type of a value as it is written. */
export function typeOfLiteral(node: Node): ValueType {
  switch (node.type) {
    case 'number':
    case 'boolean':
      return { is: node.type };
    case 'array': {
      const [first] = items(node);
      return arrayOf(first ? typeOfLiteral(first) : stringType);
    }
    case 'object':
      return objectOf(
        Object.fromEntries(
          properties(node).flatMap(({ key, value }) => (value ? [[key, typeOfLiteral(value)]] : [])),
        ),
      );
    default:
      return stringType;
  }
}
