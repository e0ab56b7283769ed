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

/** What the id of a screen looks like; from 7.0 on without commas, and not of underscores alone. */
export const oldScreenId = /^[a-zA-Z,_]+$/;
export const screenId = /^(?!_+$)[a-zA-Z_]+$/;

export function screenIdPattern(version: Version): RegExp {
  return atLeast(version, '7.0') ? screenId : oldScreenId;
}
