import type { Json } from '../../../player/json';
import type { Session } from '../../../player/session/session';
import type { Note } from './details';
import type { Secrets } from './secrets';

/** The form of an exported log; counts up when it changes. */
const format = 1;

const note =
  'What was typed into sensitive fields, passwords and passcodes is replaced by "…", also where a payload carried it.';

/** All that happened, as JSON text to be saved. `at`: milliseconds since 1970. */
export function exported(
  flow: string,
  { entries }: Session,
  noteOf: (entry: number) => Note | undefined,
  secrets: Secrets,
  at: number,
): string {
  const json = {
    format,
    flow,
    exported: new Date(at).toISOString(),
    note,
    entries: entries.map(({ number, at, event, effects }) => ({
      number,
      at: new Date(at).toISOString(),
      ...noteOf(number),
      // Both are plain JSON.
      event: secrets.hide(event as unknown as Json),
      effects: secrets.hide(effects as unknown as Json),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
