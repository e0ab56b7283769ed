import { isObject } from '../../json';
import type { Drawn } from '../../projection/types';
import { textOf } from '../properties';

/** The label of the input with that name, as a person knows it. */
export function labelOf(list: readonly Drawn[], name: string): string | undefined {
  for (const one of list) {
    if (one.name === name) {
      const { label } = one.properties;
      return isObject(label) ? textOf(label, 'start-date') : textOf(one.properties, 'label');
    }
    const inner = labelOf(one.children, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
