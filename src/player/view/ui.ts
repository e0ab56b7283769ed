import type { ComponentChildren } from 'preact';
import type { Message } from '../../flowjson/message';
import type { Drawn } from '../projection/types';
import type { PlayerEvent } from '../state/state';
import type { Look } from './look';

/** What every component gets beside its {@link Drawn}. */
export interface Ui {
  readonly look: Look;
  /** BCP 47, for dates and numbers. */
  readonly language: string;
  /** A sentence of ours in the person's language: `ui.tell(say('Close'))`. */
  tell(message: Message): string;
  act(event: PlayerEvent): void;
  /** A DOM id that no other element on the page has, for `aria-describedby` and the like. */
  id(drawn: Drawn, part: string): string;
  /** The key of the component under the cursor. */
  readonly mark: string | null;
  /** What the page draws at the edge of a component, by its key; `''` for the title bar. It takes no room. */
  beside(key: string): ComponentChildren;
  /** The layer over the screen and its Footer: `Sheet` draws there. `null` before the phone is on the page. */
  readonly overlay: HTMLElement | null;
}

/** Props of the components in `components/`: `export function TextInput({ drawn, ui }: Props): JSX.Element`. */
export interface Props {
  readonly drawn: Drawn;
  readonly ui: Ui;
}
