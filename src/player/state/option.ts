import { isList, isObject, own, type JsonObject } from '../json';
import type { ShownComponent } from '../screen/reading';

/** An option or row of a list as it could be read, by its id; the first one where an id stands twice. */
export function optionOf({ properties }: ShownComponent, id: string): JsonObject | undefined {
  const source = own(properties, 'data-source') ?? own(properties, 'list-items');
  if (!isList(source)) return undefined;
  return source.find((option): option is JsonObject => isObject(option) && own(option, 'id') === id);
}
