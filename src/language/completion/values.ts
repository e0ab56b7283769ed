import { before, type Version } from '../../flowjson/catalogue';
import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import { isReferenceable } from '../../flowjson/text/reference';
import { typeOfInput } from '../../flowjson/expression/resolve';
import { misfit, type ValueType } from '../../flowjson/expression/valueTypes';
import type { Screen } from '../../flowjson/model/screen';
import { items, stringOf, valueOf, type Node } from '../../flowjson/text/nodes';
import { bare, fill, type Template } from './template';

/**
 * What a screen has under a name, as the value of a payload: its input or its data; nothing where there is none of that type.
 * Files are not handed on.
 */
export function sameNamed(screen: Screen, name: string, wanted: ValueType): Template | undefined {
  if (!isReferenceable(name)) return undefined;
  const [component] = screen.named().get(name) ?? [];
  const input = component && typeOfInput(component);
  if (input && !holdsMedia(input) && misfit(input, wanted) === undefined) return fill(`\${form.${name}}`);
  const entry = screen.data().get(name);
  if (entry && misfit(typeOfEntry(entry.value), wanted) === undefined) return fill(`\${data.${name}}`);
  return undefined;
}

const holdsMedia = (type: ValueType): boolean =>
  type.is === 'media' || (type.is === 'array' && holdsMedia(type.items));

/** The smallest value that an entry of a data model takes. */
export function placeholderFor(entry: Node | undefined): Template {
  switch (stringOf(valueOf(entry, 'type'))) {
    case 'number':
    case 'integer':
      return bare('0');
    case 'boolean':
      return bare('false');
    case 'array':
      return bare('[]');
    case 'object': {
      const required = items(valueOf(entry, 'required')).flatMap((node) => stringOf(node) ?? []);
      const declared = valueOf(entry, 'properties');
      const present = required.filter((key) => valueOf(declared, key) !== undefined);
      if (present.length === 0) return bare('{}');
      return Object.fromEntries(present.map((key) => [key, placeholderFor(valueOf(declared, key))]));
    }
    default:
      return fill('');
  }
}

/** What goes along to a screen: everything it declares, from what the own screen has under the same names. */
export function payloadFor(own: Screen, target: Screen): Template {
  const entries = [...target.data()].filter(([key]) => !key.startsWith('required'));
  return Object.fromEntries(
    entries.map(([key, { value }]) => [
      key,
      sameNamed(own, key, typeOfEntry(value)) ?? placeholderFor(value),
    ]),
  );
}

/** What people entered on a screen, as the payload of an answer. Before 4.0 only a Footer inside of the Form may read it. */
export function answersOf(screen: Screen, version: Version, inForm: boolean): Template {
  if (before(version, '4.0') && !inForm) return {};
  const answers = [...screen.named()].flatMap(([name, [component]]): [string, Template][] => {
    const type = component && typeOfInput(component);
    return type && !holdsMedia(type) && isReferenceable(name) ? [[name, `\${form.${name}}`]] : [];
  });
  return Object.fromEntries(answers);
}

/** A first value of an input, by its type. */
export function firstValue(type: ValueType): Template {
  switch (type.is) {
    case 'number':
      return bare('0');
    case 'boolean':
      return bare('true');
    case 'array':
      return [fill('')];
    case 'object':
      return Object.fromEntries([...type.properties].map(([key, inner]) => [key, firstValue(inner)]));
    default:
      return fill('');
  }
}
