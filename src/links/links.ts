import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { Documents } from '../documents/documents';
import type { KeptVersions } from '../documents/history/history';
import type { Writer } from '../documents/write/writing';
import type { CallOptions } from '../cams/types';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import type { Link, LinkResult, LinkState } from './types';

interface LinksParts {
  readonly accounts: Pick<Accounts, 'all' | 'get' | 'onDidChange'>;
  readonly flows: Flows;
  readonly documents: Pick<Documents, 'download'>;
  readonly history: KeptVersions;
  readonly writer: Writer;
  /** Of this workspace: the chosen environment, which account has a space, what was seen last. */
  readonly state: vscode.Memento;
  readonly log: Log;
}

/** Told of each file that is done. */
export type LinkProgress = (result: LinkResult, done: number, total: number) => void;

export interface LinkRun extends CallOptions {
  readonly onResult?: LinkProgress;
}

/** Flows as files of the workspace: what is linked to what, how it differs, and the way from one side to the other. */
export class Links extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  /** These files, or all of them. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: LinksParts) {
    super();
  }

  /** Reads the manifests of the workspace, once. Asks nothing of CAMS. */
  load(): Promise<void> {
    return Promise.resolve();
  }

  /** Every link of the chosen environment, by path. */
  get all(): readonly LinkState[] {
    return [];
  }

  of(file: vscode.Uri): LinkState | undefined {
    return this.all.find(({ link }) => link.file.toString() === file.toString());
  }

  /** The links of these files, and of all files below these folders. */
  under(uris: readonly vscode.Uri[]): readonly LinkState[] {
    return this.all.filter(({ link }) => uris.some((uri) => link.file.path.startsWith(uri.path)));
  }

  /** The environments of the workspace, and the chosen one. */
  get environments(): readonly string[] {
    return [];
  }

  get environment(): string {
    return '';
  }

  async choose(environment: string): Promise<void> {
    await this.parts.state.update('camsFlows.environment', environment);
  }

  add(_file: vscode.Uri, _ref: FlowRef, _environment: string): Promise<Link> {
    return Promise.reject(new Error('not built'));
  }

  remove(_link: Link): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Looks at both sides of each: one GetFlowJSONAssest for each flow. */
  check(_links: readonly Link[], _run?: LinkRun): Promise<readonly LinkResult[]> {
    return Promise.resolve([]);
  }

  /** Flow into file. A file that changed here is a 'conflict' and stays as it is. */
  pull(_links: readonly Link[], _run?: LinkRun): Promise<readonly LinkResult[]> {
    return Promise.resolve([]);
  }

  /** File into flow. A flow that changed there is a 'conflict' and stays as it is. */
  push(_links: readonly Link[], _run?: LinkRun): Promise<readonly LinkResult[]> {
    return Promise.resolve([]);
  }

  /**
   * A person has merged this text of the flow into the file, and saved it: the next push may overwrite it. It is what both
   * sides last had in common from now on (`Link.synced`, and 'base' in the history).
   */
  seen(_link: Link, _remote: Uint8Array): Promise<void> {
    return Promise.reject(new Error('not built'));
  }
}
