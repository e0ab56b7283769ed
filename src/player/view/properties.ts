import { isList, isObject, own, type Json, type JsonObject } from '../json';

/** A text among resolved properties; absent or empty gives nothing. */
export function textOf(properties: JsonObject, name: string): string | undefined {
  const value = own(properties, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(properties: JsonObject, name: string): number | undefined {
  const value = own(properties, name);
  return typeof value === 'number' ? value : undefined;
}

export function isTrue(properties: JsonObject, name: string): boolean {
  return own(properties, name) === true;
}

export function objectOf(properties: JsonObject, name: string): JsonObject | undefined {
  const value = own(properties, name);
  return isObject(value) ? value : undefined;
}

/** The list under a name, else none. */
export function listOf(properties: JsonObject, name: string): readonly Json[] {
  const value = own(properties, name);
  return isList(value) ? value : [];
}
