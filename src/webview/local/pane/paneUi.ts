import type { Message } from '../../../flowjson/message';
import type { ToHost } from '../contract';

/** What every part of the pane speaks with. */
export interface PaneUi {
  /** A sentence of ours in the person's language. */
  tell(message: Message): string;
  /** BCP 47. */
  readonly language: string;
  post(message: ToHost): void;
}
