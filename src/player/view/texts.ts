import { english, type Message } from '../../flowjson/message';

/** Words of the phone, not of the flow: they come in the language of the person, the flow's texts as they stand in it. */
export interface Texts {
  /** BCP 47: decides the names of months and days, and how numbers are written. */
  readonly language: string;
  /** A sentence of ours in that language, its `{n}` filled in. */
  readonly tell: (message: Message) => string;
}

export const englishTexts: Texts = { language: 'en', tell: english };
