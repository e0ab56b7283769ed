import { components, ofType, set, type Operator } from './operator';

export const conditionsOperators: Readonly<Record<string, Operator>> = {
  'a condition that ends too early': set(
    components,
    ofType('If'),
    'condition',
    '${data.x} &&',
    'INVALID_PROPERTY_VALUE',
  ),
  'a condition without a reference': set(
    components,
    ofType('If'),
    'condition',
    'true',
    'INVALID_PROPERTY_VALUE',
  ),
  'an empty then': set(components, ofType('If'), 'then', [], 'MIN_ITEMS_REQUIRED INVALID_PROPERTY_VALUE'),
  'a Switch over a word': set(
    components,
    ofType('Switch'),
    'value',
    'gold',
    'PATTERN_MISMATCH INVALID_PROPERTY_VALUE',
  ),
};
