import {
  alternative,
  actionFact,
  allowedIn,
  componentFact,
  holdsFor,
  isRequired,
  propertiesOf,
  versions,
  type PropertyFact,
  type Shape,
} from '../../flowjson/catalogue';
import type { Message } from '../../flowjson/message';
import { factsAbout } from '../../flowjson/schema/describe';
import { properties, stringOf, valueOf } from '../../flowjson/text/nodes';
import type { Cursor } from '../context/cursor';
import { factsAt, nodeAtPath } from '../context/factsAt';
import { keyProposal, valueProposal, type Proposal } from './proposal';
import { bare, fill, type Template } from './template';

/** Keys and words from the catalogue: what VS Code's JSON features propose by our schema where that reaches the file. */
export function words(cursor: Cursor): Proposal[] {
  return cursor.atKey ? keys(cursor) : values(cursor);
}

function keys(cursor: Cursor): Proposal[] {
  const { flow, path, container } = cursor;
  const facts = factsAt(flow, path.slice(0, -1));
  if (facts === undefined) return [];
  // An object without a type yet may become any component: its type comes first.
  if (alternative(factsAt(flow, path.slice(0, -2))?.shape, 'components') && facts.object === undefined) {
    return [keyProposal(cursor, 'type', fill(''), { kind: 'key', label: 'type', rank: 0, goesOn: true })];
  }
  const known = [...(facts.object ? propertiesOf(facts.object, flow.version) : [])];
  const taken = new Set(properties(container).map(({ key }) => key));
  taken.delete(String(path.at(-1)));
  return known
    .filter(
      ([name, property]) =>
        !taken.has(name) && !(property.outsideForm && facts.inForm) && isDemanded(cursor, name),
    )
    .map(([name, property], index) => {
      const isNeeded = isRequired(property, flow.version);
      const value = beginning(property.shape);
      return keyProposal(cursor, name, value, {
        kind: 'key',
        label: name,
        rank: isNeeded ? index : index + known.length,
        about: aboutProperty(property, flow.version),
        goesOn: property.shape.is === 'enum' || property.shape.is === 'boolean',
      });
    });
}

/** Of the keys of an action those that its name allows. */
function isDemanded({ container, flow, path }: Cursor, name: string): boolean {
  const isAction = alternative(factsAt(flow, path.slice(0, -1))?.shape, 'action');
  const action = isAction && actionFact(stringOf(valueOf(container, 'name')) ?? '');
  return !action || (name !== 'payload' && name !== 'next' && name !== 'url') || action[name] !== 'forbidden';
}

function aboutProperty(property: PropertyFact, version: Parameters<typeof factsAbout>[1]): Message[] {
  return [property.about, ...factsAbout(property, version)];
}

/** What a value of that kind begins with. */
function beginning(shape: Shape): Template {
  switch (shape.is) {
    case 'boolean':
      return bare('');
    case 'number':
    case 'integer':
      return bare(String(shape.min ?? 1));
    case 'array':
    case 'components':
      return [bare('')];
    case 'object':
    case 'action':
    case 'map':
      return bare('{}');
    case 'oneOf':
      return beginning(shape.shapes[0]!);
    default:
      return fill('');
  }
}

function values(cursor: Cursor): Proposal[] {
  return wordsAt(cursor).map(([word, about], index) =>
    valueProposal(cursor, word, {
      kind: 'word',
      label: typeof word === 'string' ? word : JSON.stringify(word),
      rank: index,
      about,
    }),
  );
}

function wordsAt({ flow, path }: Cursor): readonly (readonly [Template, readonly Message[]])[] {
  const { version, tree } = flow;
  const around = factsAt(flow, path.slice(0, -1));
  const key = path.at(-1);
  if (path.length === 1 && key === 'version') return versions.map(({ name, changes }) => [name, changes]);
  if (key === 'type' && path.length > 3) {
    const list = alternative(factsAt(flow, path.slice(0, -2))?.shape, 'components');
    if (list) return allowedIn(list.place, version).map((type) => [type, [componentFact(type)!.about]]);
  }
  const action = alternative(around?.shape, 'action');
  if (key === 'name' && action) {
    return action.names
      .filter((one) => holdsFor(one, version))
      .map(({ name }) => [name, [actionFact(name)!.about]]);
  }
  const facts = factsAt(flow, path);
  const shapes = facts?.shape?.is === 'oneOf' ? facts.shape.shapes : [facts?.shape];
  const found = shapes.flatMap((shape): Template[] => {
    if (shape?.is === 'enum') return [...shape.words];
    return shape?.is === 'boolean' ? [true, false] : [];
  });
  const examples = facts?.property?.examples ?? [];
  return [...found, ...examples].filter((word) => !isListed(tree, path, word)).map((word) => [word, []]);
}

/** Whether a word stands in the list already, where each may stand once. */
function isListed(tree: Parameters<typeof nodeAtPath>[0], path: Cursor['path'], word: Template): boolean {
  if (typeof path.at(-1) !== 'number') return false;
  const list = nodeAtPath(tree, path.slice(0, -1));
  return list?.children?.some((item) => item.value === word) ?? false;
}
