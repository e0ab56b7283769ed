import * as vscode from 'vscode';
import { CancelledError, signalOf } from './cancellation';
import { withoutLinks } from './messages';

/** Waits up to this long, in milliseconds, are not worth a notification that flickers. */
const AN_INSTANT = 400;

export interface Report {
  (step: { message?: string; increment?: number }): void;
}

/** A wait in the notification area that the person can cancel. */
export function withProgress<T>(
  title: string,
  task: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: withoutLinks(title),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) =>
      task(signalOf(token), (step) => progress.report(step)),
    ),
  );
}

/** A wait shown as a moving line on top of a view of ours. */
export function withViewProgress<T>(task: () => Promise<T>, viewId = 'camsFlows.flows'): Promise<T> {
  return Promise.resolve(vscode.window.withProgress({ location: { viewId } }, task));
}

/** As `withProgress`, but a task that is done in an instant shows nothing. `outer` cancels it too. */
export async function withLateProgress<T>(
  title: string,
  task: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const running = task(outer === undefined ? controller.signal : AbortSignal.any([outer, controller.signal]));
  const show = () =>
    void withProgress(title, async (cancelled) => {
      cancelled.addEventListener('abort', () => controller.abort(new CancelledError()));
      await running.catch(() => undefined);
    });
  const timer = setTimeout(show, AN_INSTANT);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
  }
}
