import { english, type Message } from '../../flowjson/message';

/** A sentence of ours in the person's language, its `{n}` filled in. */
export type Tell = (message: Message) => string;

/** @param dictionary our sentences in the person's language, by the English ones; absent for English */
export function teller(dictionary: Readonly<Record<string, string>> = {}): Tell {
  const words = new Map(Object.entries(dictionary));
  return ({ template, args }) => english({ template: words.get(template) ?? template, args });
}
