import type * as vscode from 'vscode';
import type { Message } from '../../../flowjson/message';
import type { MockEdit } from '../../../player/mock/edit';
import type { Disposable } from '../../../platform/disposable';

/** Where the text of a mock lies. */
export interface MockText extends Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** '' where there is none. */
  readonly text: string;
  /** Why it cannot be read. */
  readonly trouble: Message | undefined;
  /** Changes it as it is then. Rejects where that cannot be done: then nothing has changed. */
  edit(change: MockEdit): Promise<void>;
  /** Shows it in an editor; `column` is where the flow is. */
  show(column: vscode.ViewColumn): Promise<void>;
}

/** What somebody begins with who writes one by hand. */
export const template = `{
  "presets": {},
  "answers": []
}
`;
