import type * as vscode from 'vscode';
import { defaultLook, type LookSettings } from '../../webview/local/contract';
import { readLook } from '../../webview/local/readLook';

const key = 'camsFlows.localPreview.look';

/** What the phone looked like last: the next panel begins with it. */
export class LookMemory {
  constructor(private readonly state: vscode.Memento) {}

  get look(): LookSettings {
    return readLook(this.state.get(key)) ?? defaultLook;
  }

  keep(look: LookSettings): void {
    void this.state.update(key, look);
  }
}
