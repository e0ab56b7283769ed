import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import type { ValueType } from '../../flowjson/expression/valueTypes';
import { shortened } from '../../flowjson/message';
import { declaredOn, type Screen } from '../../flowjson/model/screen';
import { valueOf } from '../../flowjson/text/nodes';

/** A key of the data model of a screen. */
export interface DeclaredKey {
  readonly key: string;
  /** For reading: `string`, `string[]`, `{id, title}[]`; `?` where the model does not say. */
  readonly type: string;
  readonly hasExample: boolean;
}

/**
 * What a screen takes as data, in the order of its data model (facts on Flow JSON, section 3.2). Every key is required: an
 * example stands in for one in previews only.
 */
export function dataKeys(screen: Screen): readonly DeclaredKey[] {
  return declaredOn(screen).map(({ key, value }) => ({
    key,
    type: shortened(typeText(typeOfEntry(value), 0), 120),
    hasExample: valueOf(value, '__example__') !== undefined,
  }));
}

/** Deeper than anybody reads; the parser accepts more than may be walked recursively. */
const deepest = 10;

function typeText(type: ValueType, depth: number): string {
  if (depth > deepest) return '…';
  switch (type.is) {
    case 'array':
      return `${typeText(type.items, depth + 1)}[]`;
    case 'object':
      return type.properties.size === 0 ? 'object' : `{${[...type.properties.keys()].join(', ')}}`;
    case 'unknown':
      return '?';
    default:
      return type.is;
  }
}
