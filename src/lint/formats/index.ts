import type { Report } from '../report';
import { json } from './json';
import { junit } from './junit';
import { sarif } from './sarif';
import { text } from './text';

/** The formats by name; each turns a report into what is printed. */
export const formats = { text, json, sarif, junit } as const satisfies Record<
  string,
  (report: Report) => string
>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats);
export const isFormat = (name: string): name is Format => formatNames.includes(name);
