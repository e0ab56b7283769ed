import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import { isReferenceable } from '../../flowjson/text/reference';
import { typeOfInput } from '../../flowjson/expression/resolve';
import type { ValueType } from '../../flowjson/expression/valueTypes';
import { say } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { valueOf, type Node } from '../../flowjson/text/nodes';
import { labelOf, sourceOf } from '../context/describe';
import { excerpt, type Passage } from '../context/passage';

/** Something that a reference may lead to. */
export interface Candidate {
  readonly is: 'data' | 'input';
  /** What stands between the braces: `data.user.name`. */
  readonly path: string;
  readonly type: ValueType;
  readonly about: readonly Passage[];
}

/** How deep proposals go into objects. */
const deepest = 4;

/**
 * Everything of a screen that can be referred to, in document order: its data with what is inside of objects, then its inputs.
 *
 * @param id the screen, where it is not the one that the reference stands on
 */
export function candidatesOn(flow: Flow, screen: Screen, id?: string): Candidate[] {
  if (id !== undefined && !/^[\w,]+$/.test(id)) return [];
  const prefix = id === undefined ? '' : `screen.${id}.`;
  const found: Candidate[] = [];
  const add = (
    is: Candidate['is'],
    path: string,
    type: ValueType,
    about: readonly Passage[],
    depth = 1,
  ): void => {
    found.push({ is, path, type, about });
    if (type.is !== 'object' || depth >= deepest) return;
    for (const [key, inner] of type.properties) {
      if (isReferenceable(key)) add(is, `${path}.${key}`, inner, about, depth + 1);
    }
  };
  for (const { key, value } of screen.data().values()) {
    if (isReferenceable(key))
      add('data', `${prefix}data.${key}`, typeOfEntry(value), aboutData(flow, screen, value));
  }
  for (const [name, [component]] of screen.named()) {
    const type = component && typeOfInput(component);
    if (!type || !isReferenceable(name)) continue;
    add('input', `${prefix}form.${name}`, type, [
      say('{0} on the screen {1}.', `${component.type} ${labelOf(component)}`.trim(), screen.id ?? ''),
    ]);
  }
  return found;
}

function aboutData(flow: Flow, screen: Screen, entry: Node | undefined): readonly Passage[] {
  const example = valueOf(entry, '__example__');
  return [
    say('Data of the screen {0}.', screen.id ?? ''),
    ...(example ? [{ code: excerpt(sourceOf(flow, example)) }] : []),
  ];
}
