import * as vscode from 'vscode';
import { sameFlow, type FlowRef } from '../flows/types';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import { versionRefOf } from './history/versionUri';

interface FlowInFrontParts {
  /** The flow that a document belongs to: its own, or that of a linked file. */
  readonly flowOf: (uri: vscode.Uri) => FlowRef | undefined;
  /** The flow of the preview in front. */
  readonly previewed: () => FlowRef | undefined;
  /** Whether a flow may be published, as far as is known. */
  readonly mayPublish: (ref: FlowRef) => boolean;
  /** Those above may answer otherwise now. */
  readonly onDidChange: vscode.Event<unknown>;
}

/** Which flow the person is looking at: its JSON, a file that is linked to it, a version of it, or its preview. */
export class FlowInFront extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Another flow came to the front, or none. */
  readonly onDidChange = this.changed.event;
  private current: FlowRef | undefined;
  private lastDocument: vscode.Uri | undefined;

  constructor(private readonly parts: FlowInFrontParts) {
    super();
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
    this.register(parts.onDidChange(() => this.update()));
    this.register({
      dispose: () => {
        setContextKey('camsFlows.flowInFront', false);
        setContextKey('camsFlows.publishable', false);
      },
    });
    this.update();
  }

  get ref(): FlowRef | undefined {
    return this.current;
  }

  /** Where the person works on the flow in front: its tab or a linked file, whichever they saw last. */
  get document(): vscode.Uri | undefined {
    return this.lastDocument;
  }

  /** The flow of a document, also of one that shows a version. */
  flowOf(uri: vscode.Uri): FlowRef | undefined {
    return versionRefOf(uri)?.ref ?? this.parts.flowOf(uri);
  }

  private update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    // The log counts as an editor, but whoever reads it has not left the flow.
    if (uri?.scheme === 'output') return;
    const before = this.current;
    this.current = uri === undefined ? this.parts.previewed() : this.flowOf(uri);
    const isSame = isSameFlow(before, this.current);
    if (uri !== undefined && versionRefOf(uri) === undefined) this.lastDocument = this.current && uri;
    else if (!isSame) this.lastDocument = undefined;
    setContextKey('camsFlows.flowInFront', this.current !== undefined);
    setContextKey('camsFlows.publishable', this.current !== undefined && this.parts.mayPublish(this.current));
    if (!isSame) this.changed.fire();
  }
}

function isSameFlow(a: FlowRef | undefined, b: FlowRef | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameFlow(a, b);
}
