/** A JSON value with places to fill in, from which a snippet is written. */
export type Template =
  string | number | boolean | Hole | Entries | readonly Template[] | { readonly [key: string]: Template };

/** A tab stop: a string, or with `bare` any JSON. With choices, the first of them stands there at first. */
class Hole {
  constructor(
    readonly text: string,
    readonly bare: boolean,
    readonly choices: readonly string[] = [],
  ) {}
}

/** An object whose keys are to be written over too. */
class Entries {
  constructor(readonly list: readonly (readonly [key: string | Hole, value: Template])[]) {}
}

/** A string to be written over. */
export const fill = (text: string): Template => new Hole(text, false);

/** A string to be chosen. */
export const choose = (choices: readonly string[]): Template => new Hole(choices[0]!, false, choices);

/** Any JSON, without quotes. */
export const bare = (text: string): Template => new Hole(text, true);

/** An object with keys to be written over, each with its value. */
export const keyed = (...entries: readonly (readonly [key: string, value: Template])[]): Template =>
  new Entries(entries.map(([key, value]) => [new Hole(key, false), value]));

/** Objects and lists of plain values up to this length stand on one line. */
const shortEnough = 60;

/** The template as a VS Code snippet, indented with tabs; holes are numbered as they come. */
export function write(template: Template): string {
  return new Writer().write(template, 0);
}

/** The same for a key and its value. */
export function writeEntry(key: string, value: Template): string {
  return `${escaped(JSON.stringify(key))}: ${new Writer().write(value, 0)}`;
}

/** The entry of {@link keyed} without the braces around it. */
export function writeKeyed(key: string, value: Template): string {
  const writer = new Writer();
  return `${writer.hole(new Hole(key, false))}: ${writer.write(value, 0)}`;
}

/** Text that a snippet takes as it stands. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

class Writer {
  private holes = 0;

  write(template: Template, depth: number): string {
    if (typeof template === 'string') return escaped(JSON.stringify(template));
    if (typeof template !== 'object') return String(template);
    if (template instanceof Hole) return this.hole(template);
    if (isList(template)) {
      const parts = template.map((item) => this.write(item, depth + 1));
      return grouped('[', parts, ']', depth, template.every(isScalar));
    }
    const entries = template instanceof Entries ? template.list : Object.entries(template);
    const parts = entries.map(([key, value]) => {
      const name = key instanceof Hole ? this.hole(key) : escaped(JSON.stringify(key));
      return `${name}: ${this.write(value, depth + 1)}`;
    });
    const isFlat = entries.every(([, value]) => isScalar(value));
    return grouped('{', parts, '}', depth, isFlat);
  }

  hole({ text, bare: isBare, choices }: Hole): string {
    this.holes += 1;
    const inner = (raw: string) => (isBare ? raw : JSON.stringify(raw).slice(1, -1));
    const several = choices.map((choice) => inner(choice).replace(/[\\,|]/g, '\\$&')).join(',');
    const start = text === '' ? '' : `:${escaped(inner(text))}`;
    const stop = `\${${this.holes}${choices.length > 1 ? `|${several}|` : start}}`;
    return isBare ? stop : `"${stop}"`;
  }
}

function grouped(
  open: string,
  parts: readonly string[],
  close: string,
  depth: number,
  flat: boolean,
): string {
  const pad = open === '{' && parts.length > 0 ? ' ' : '';
  const line = `${open}${pad}${parts.join(', ')}${pad}${close}`;
  if (parts.length === 0 || (flat && line.length <= shortEnough)) return line;
  const indent = '\n' + '\t'.repeat(depth);
  return `${open}${parts.map((part) => `${indent}\t${part}`).join(',')}${indent}${close}`;
}

const isList = (template: object): template is readonly Template[] => Array.isArray(template);
const isScalar = (template: Template): boolean => typeof template !== 'object' || template instanceof Hole;
