import { sentenceOf } from '../accounts/explain';
import type { Message } from '../flowjson/message';

/** What went wrong, for a page to say. It is in the person's language already: nothing of it is translated again. */
export function sayable(error: unknown): Message {
  return { template: '{0}', args: [sentenceOf(error)] };
}
