import type { ComponentFact } from '../types';
import { choices } from './choice';
import { containers } from './container';
import { dates } from './date';
import { inputs } from './input';
import { media } from './media';
import { navigation } from './navigation';
import { texts } from './text';

/** Every public component (facts on Flow JSON, sections 7 and 8). */
export const componentTable: readonly ComponentFact[] = [
  ...texts,
  ...inputs,
  ...choices,
  ...dates,
  ...media,
  ...navigation,
  ...containers,
];
