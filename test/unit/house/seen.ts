/** Where a text came out of the program. */
export type Surface =
  | 'log'
  | 'notification'
  | 'question'
  | 'tree'
  | 'view'
  | 'tab'
  | 'text'
  | 'lens'
  | 'problem'
  | 'webview html'
  | 'webview message'
  | 'panel'
  | 'command'
  | 'clipboard'
  | 'browser'
  | 'error';

/** Everything that came out of a window, in order. */
export class Seen {
  readonly all: { readonly where: Surface; readonly text: string }[] = [];

  note(where: Surface, ...texts: unknown[]): void {
    for (const text of texts.map(textOf)) if (text !== '') this.all.push({ where, text });
  }

  of(where: Surface): string[] {
    return this.all.filter((one) => one.where === where).map(({ text }) => text);
  }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.message}\n${value.stack ?? ''}\n${textOf(value.cause)}`;
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Error ? { ...Object.fromEntries(Object.entries(part)), text: String(part) } : part,
  );
}
