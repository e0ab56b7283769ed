import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import { isReferenceable } from '../../flowjson/text/reference';
import { typeOfInput } from '../../flowjson/expression/resolve';
import type { Screen } from '../../flowjson/model/screen';

/** A reference to something of a type on a screen, its inputs first: what a new If or Switch asks about until a person says better. */
export function someReference(screen: Screen, type: 'boolean' | 'string'): string | undefined {
  for (const [name, [component]] of screen.named()) {
    if (component && isReferenceable(name) && typeOfInput(component)?.is === type) return `\${form.${name}}`;
  }
  for (const { key, value } of screen.data().values()) {
    if (isReferenceable(key) && typeOfEntry(value).is === type) return `\${data.${key}}`;
  }
  return undefined;
}
