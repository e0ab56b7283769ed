import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Log } from '../../../../src/platform/log';
import { Redactor } from '../../../../src/platform/redaction';
import { OwnEndpoints } from '../../../../src/preview/endpoint/ownEndpoints';
import { person, type Person } from '../../accounts/dialogue';
import { Storage } from '../../accounts/house';

type Answer = (message: string, options: unknown, items: readonly string[]) => string | undefined;

/** A window with the developer's endpoints, and a person in front of it. */
export interface EndpointWindow {
  readonly endpoints: OwnEndpoints;
  readonly storage: Storage;
  readonly user: Person;
  /** Everything that was logged, before redaction. */
  readonly lines: string[];
  readonly redactor: Redactor;
  readonly changes: ReturnType<typeof vi.fn>;
  /** Messages and questions, with their details. */
  readonly told: string[];
  /** What is pressed in messages; nothing by default. */
  press: Answer;
  readonly clipboard: string[];
  /** Texts that were opened in editors. */
  readonly pages: string[];
  /** All that is kept outside of SecretStorage, as text. */
  readonly kept: () => string;
}

export const flow = vscode.Uri.file('/work/booking.flow.json');

export function openEndpointWindow(storage = new Storage()): EndpointWindow {
  const user = person();
  const lines: string[] = [];
  const told: string[] = [];
  const clipboard: string[] = [];
  const pages: string[] = [];
  const line = (text: string) => void lines.push(text);
  const log: Log = { trace: line, debug: line, info: line, warn: line, error: line };
  const redactor = new Redactor();
  const show = async (message: string, ...rest: unknown[]) => {
    const [first, ...others] = rest;
    const options = typeof first === 'object' ? (first as { detail?: string }) : {};
    told.push([message, options.detail ?? ''].join('\n'));
    const items = typeof first === 'object' ? others : rest;
    return window.press(message, options, items as string[]);
  };
  Object.assign(vscode.window, {
    showInformationMessage: show,
    showWarningMessage: show,
    showErrorMessage: show,
    setStatusBarMessage: (text: string) => void told.push(text),
    showTextDocument: async () => undefined,
    showOpenDialog: async () => undefined,
  });
  Object.assign(vscode.workspace, {
    isTrusted: true,
    textDocuments: [],
    openTextDocument: async ({ content }: { content: string }) => {
      pages.push(content);
      return {};
    },
  });
  Object.assign(vscode.env, { clipboard: { writeText: async (text: string) => void clipboard.push(text) } });
  const { secrets, state } = storage;
  const endpoints = new OwnEndpoints({ texts: { of: () => undefined }, secrets, state, redactor, log });
  const changes = vi.fn();
  endpoints.onDidChange(changes);
  const window: EndpointWindow = {
    endpoints,
    storage,
    user,
    lines,
    redactor,
    changes,
    told,
    press: () => undefined,
    clipboard,
    pages,
    kept: () => JSON.stringify([...storage.values]),
  };
  return window;
}

/** Answers the questions of a connection with a pasted key. */
export async function connect(
  window: EndpointWindow,
  {
    uri = flow,
    address,
    publicKey,
    appSecret = '',
  }: { uri?: vscode.Uri; address: string; publicKey: string; appSecret?: string },
): Promise<void> {
  const { user } = window;
  const { press } = window;
  window.press = (message, ...rest) => (message.startsWith('Connect ') ? 'Connect' : press(message, ...rest));
  const connecting = window.endpoints.connect(uri);
  (await user.next()).enter(address);
  (await user.next()).choose(/^Paste/);
  (await user.next()).enter(publicKey.replaceAll('\n', ''));
  (await user.next()).enter(appSecret);
  await connecting;
  window.press = press;
}
