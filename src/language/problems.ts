import * as vscode from 'vscode';
import type { Diagnosis } from '../flowjson/diagnosis';
import type { Flow } from '../flowjson/model/flow';
import { DisposableStore } from '../platform/disposable';
import { counted, type Count } from './count';
import { toDiagnostic } from './diagnostic';
import type { Place } from './place';

/** What was found, as squiggles and in the Problems view, file by file; and how much it was. */
export class Problems extends DisposableStore {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('camsFlows'));
  private readonly counts = new Map<string, Count>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  show(flow: Flow, diagnoses: readonly Diagnosis[], place: Place): void {
    this.counts.set(place.uri.toString(), counted(diagnoses));
    this.collection.set(
      place.uri,
      diagnoses
        .filter((diagnosis) => !place.isSaid(diagnosis))
        .map((diagnosis) => toDiagnostic(flow, diagnosis, place)),
    );
    this.changed.fire(place.uri);
  }

  clear(uri: vscode.Uri): void {
    if (!this.counts.delete(uri.toString())) return;
    this.collection.delete(uri);
    this.changed.fire(uri);
  }

  /** What was found, also what VS Code says itself; undefined for a file that has not been checked. */
  countOf(uri: vscode.Uri): Count | undefined {
    return this.counts.get(uri.toString());
  }
}
