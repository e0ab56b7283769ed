import { atLeast, type Version } from './versions';

const dataOnly = /^\$\{data\..+\}$/;
const localOrGlobal = /^\$\{(screen\.([a-zA-Z,_]*)\.)?(data|form)(\.[\w-]+)+\}$/;
const orExpression = /^(\$\{(screen\.([a-zA-Z,_]*)\.)?(data|form)(\.[\w-]+)+\}|`[^]*`)$/;

/** What a text must look like that stands for a value of another kind (facts on Flow JSON, section 4.1). */
export function bindingPattern(version: Version): RegExp {
  if (atLeast(version, '6.0')) return orExpression;
  return atLeast(version, '4.0') ? localOrGlobal : dataOnly;
}

/** A day as `YYYY-MM-DD`. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;
export const colourPattern = /^#[A-Fa-f0-9]{6}$/;
