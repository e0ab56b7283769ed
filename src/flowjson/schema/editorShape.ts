import {
  holdsFor,
  type ActionName,
  type ComponentPlace,
  type ObjectName,
  type PropertyFact,
  type Shape,
  type Version,
} from '../catalogue';
import type { JsonSchema } from './jsonSchema';

export interface EditorLinks {
  readonly object: (name: ObjectName) => JsonSchema;
  readonly components: (place: ComponentPlace) => JsonSchema;
  readonly action: (object: 'clickAction' | 'selectAction', names: readonly ActionName[]) => JsonSchema;
}

/** A value to suggest: `label` is shown, `body` is a snippet of raw JSON. */
function snippet(label: string, body: string): JsonSchema {
  return { defaultSnippets: [{ label, body: `^${body}` }] };
}

const emptyText = snippet('""', '"$1"');
const emptyList = snippet('[]', '[$1]');
const emptyObject = snippet('{}', '{$1}');
const someReference = snippet('"${…}"', '"\\${$1}"');

/**
 * A schema that suggests values of a property and leads into them, but accepts everything: no keyword in it can fail.
 * Complaints come from the editor's own diagnostics; two about one thing would be one too many.
 */
export function editorShape(
  shape: Shape,
  version: Version,
  links: EditorLinks,
  property: Partial<PropertyFact> = {},
): JsonSchema {
  const inner = (each: Shape) => editorShape(each, version, links);
  switch (shape.is) {
    case 'text':
      return property.examples ? { examples: property.examples } : emptyText;
    case 'boolean':
      return { examples: [true, false] };
    case 'number':
    case 'integer':
      return { examples: [property.default ?? shape.min ?? 1] };
    case 'enum':
      return { examples: shape.words };
    case 'array':
      return { ...emptyList, items: inner(shape.items) };
    case 'components':
      return { ...emptyList, items: links.components(shape.place) };
    case 'object':
      return links.object(shape.name);
    case 'action': {
      const allowed = shape.names.filter((action) => holdsFor(action, version));
      return links.action(
        shape.object,
        allowed.map(({ name }) => name),
      );
    }
    case 'map':
      return { ...emptyObject, additionalProperties: inner(shape.values) };
    case 'binding':
    case 'condition':
      return someReference;
    case 'oneOf':
      return together(shape.shapes.map(inner));
    case 'name':
    case 'any':
      return emptyText;
  }
}

/** Suggestions of all of them; what leads on stays apart, because two references cannot stand in one object. */
function together(schemas: readonly JsonSchema[]): JsonSchema {
  const snippets = schemas.flatMap(({ defaultSnippets = [] }) => defaultSnippets as readonly JsonSchema[]);
  const ways = schemas.map((schema) => ({ ...schema, defaultSnippets: undefined }));
  return { defaultSnippets: snippets, allOf: ways };
}
