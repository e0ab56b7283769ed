/** What CreateFlow and ModifyFlow take. */
export interface Properties {
  readonly name: string;
  /** At least one. */
  readonly categories: readonly string[];
  /** '' takes it away, if CAMS can. */
  readonly endpointUri?: string;
}

export type Field = keyof Properties;

/** The fields in which two descriptions of a flow differ; the order of categories says nothing. */
export function changedFields(a: Partial<Properties>, b: Partial<Properties>): Field[] {
  const fields: Field[] = [];
  if (!alike(a.name, b.name)) fields.push('name');
  if (sorted(a.categories) !== sorted(b.categories)) fields.push('categories');
  if ((a.endpointUri ?? '') !== (b.endpointUri ?? '')) fields.push('endpointUri');
  return fields;
}

/** True for the same name: a service may trim it and write its letters in another form of Unicode. */
export function alike(a: string | undefined, b: string | undefined): boolean {
  return plainName(a) === plainName(b);
}

/** The same text for names that are alike. */
export function plainName(name = ''): string {
  return name.normalize('NFC').trim();
}

const sorted = (categories: readonly string[] = []): string => [...categories].sort().join('\n');
