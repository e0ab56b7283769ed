/** Flow JSON as it came: any property may be anything. */
export type Loose = Readonly<Record<string, unknown>>;

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

/** The examples of a screen's data model, with what the link gave over them. */
export function exampleData(screen: Loose, given: Loose = {}): Loose {
  const model = isLoose(screen.data) ? screen.data : {};
  const examples = Object.entries(model).map(
    ([name, entry]) => [name, isLoose(entry) ? entry.__example__ : undefined] as const,
  );
  return { ...Object.fromEntries(examples), ...given };
}

/** What a property shows: bindings to data are looked up, expressions in backticks joined. Calculations are left open, and typed input is unknown here. */
export function resolve(value: unknown, data: Loose): unknown {
  if (typeof value !== 'string') return value;
  const whole = /^\$\{([^}]+)\}$/.exec(value);
  if (whole) return lookUp(whole[1]!, data);
  if (!/^`.*`$/s.test(value)) return value;
  const parts = value.slice(1, -1).match(/'[^']*'|\$\{[^}]+\}|[^\s'$]+/g) ?? [];
  const calculated = parts.some((part) => !/^['$]/.test(part));
  if (calculated) return '…';
  return parts
    .map((part) => (part.startsWith("'") ? part.slice(1, -1) : textOf(lookUp(part.slice(2, -1), data))))
    .join('');
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** Whether the first branch of an If shows: only plain references and their negation are understood, else yes. */
export function holds(condition: unknown, data: Loose): boolean {
  const found = /^`?\s*(!?)\s*\$\{(data\.[^}]+)\}\s*`?$/.exec(textOf(condition));
  if (!found) return true;
  return (lookUp(found[2]!, data) === true) !== (found[1] === '!');
}

function lookUp(path: string, data: Loose): unknown {
  const [root, ...names] = path.split('.');
  if (root !== 'data') return undefined;
  return names.reduce<unknown>((value, name) => (isLoose(value) ? value[name] : undefined), data);
}
