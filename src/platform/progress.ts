import * as vscode from 'vscode';
import { signalOf } from './cancellation';

export interface Report {
  (step: { message?: string; increment?: number }): void;
}

/** A wait in the notification area that the person can cancel. */
export function withProgress<T>(
  title: string,
  task: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) =>
      task(signalOf(token), (step) => progress.report(step)),
    ),
  );
}

/** A wait shown as a moving line on top of our view. */
export function withViewProgress<T>(task: () => Promise<T>): Promise<T> {
  return Promise.resolve(vscode.window.withProgress({ location: { viewId: 'camsFlows.flows' } }, task));
}
