/** The same answer with other JSON types: every one of them has been seen from some service, or could be. */
export function wrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrongTypes);
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (Array.isArray(inner) && inner.every((item) => typeof item === 'string'))
      return [name, inner.join(',')];
    if (typeof inner === 'string' && /^\d+$/.test(inner)) return [name, Number(inner)];
    if (/Expires$/.test(name) && typeof inner === 'number') return [name, new Date(inner).toISOString()];
    if (typeof inner === 'number') return [name, String(inner)];
    if (typeof inner === 'boolean') return [name, inner ? 'true' : 'false'];
    if (name === 'FlowName' || name === 'Status' || name === 'JSONVersion') return [name, { value: inner }];
    return [name, wrongTypes(inner)];
  });
  return Object.fromEntries(changed);
}
