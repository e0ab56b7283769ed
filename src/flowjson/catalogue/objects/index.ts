import type { ObjectFact, ObjectName } from '../types';
import { actionObjects } from './action';
import { itemObjects } from './item';
import { rangeObjects } from './range';
import { screenObjects } from './screen';

export { actionTable } from './action';

/** Every object that is not a component. */
export const objectTable: Readonly<Record<ObjectName, ObjectFact>> = {
  ...screenObjects,
  ...actionObjects,
  ...itemObjects,
  ...rangeObjects,
};
