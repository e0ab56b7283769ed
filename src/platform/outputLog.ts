import * as vscode from 'vscode';
import type { Disposable } from './disposable';
import type { Log } from './log';
import type { Redactor } from './redaction';

export interface OutputLog extends Log, Disposable {
  show(): void;
}

/** The "CAMS Flows" output channel, whose level the person chooses. Every line passes the redactor. */
export function createOutputLog(redactor: Redactor): OutputLog {
  const channel = vscode.window.createOutputChannel('CAMS Flows', { log: true });
  const line = (level: keyof Log) => (message: string) => channel[level](redactor.redact(message));
  return {
    trace: line('trace'),
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}
