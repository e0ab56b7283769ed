import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Command, Parts } from '../../../src/commands/command';
import { flowHistory } from '../../../src/commands/flowHistory';
import { versionCompare } from '../../../src/commands/versionCompare';
import { versionOpen } from '../../../src/commands/versionOpen';
import { versionRestore } from '../../../src/commands/versionRestore';
import { flowRefOf, flowUri } from '../../../src/documents/flowUri';
import { versionRefOf, versionUri } from '../../../src/documents/history/versionUri';
import type { Flow, FlowRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { bytesOf, flow, house } from '../documents/history/house';
import { FakeDocument } from '../textDocument';

const ref = flow('42');
const tabUri = flowUri(ref, 'Sign up');
const linked = vscode.Uri.file('/work/sign-up.flow.json');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21) });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Pick {
  readonly label: string;
  readonly description: string;
}

/** VS Code as far as these commands meet it: documents, a diff, a quick pick. */
function setUp() {
  const it = house();
  const textDocuments: FakeDocument[] = [];
  const tabs: vscode.Uri[] = [];
  const executed: unknown[][] = [];
  const messages: string[] = [];
  const shown: string[] = [];
  const window = { pick: (() => undefined) as (items: Pick[]) => number | undefined, takesEdits: true };
  const remote = { error: undefined as Error | undefined, looks: 0 };
  const status = { value: 'DRAFT' as string | undefined, read: vi.fn(async (): Promise<Flow> => known()) };
  const known = (): Flow => ({ ref, name: 'Sign up', status: status.value, added: false });

  const openDocument = (uri: vscode.Uri, text: string) => {
    const document = new FakeDocument(uri, text);
    textDocuments.push(document);
    if (flowRefOf(uri) !== undefined) tabs.push(uri);
    return document;
  };
  const find = (uri: vscode.Uri) => textDocuments.find((each) => each.uri.toString() === uri.toString());
  const group = () => ({ tabs: tabs.map((uri) => ({ input: new vscode.TabInputText(uri) })) });
  Object.assign(vscode.env, { language: 'en' });
  Object.assign(vscode.window, {
    activeTextEditor: undefined,
    tabGroups: {
      get all() {
        return [group()];
      },
      get activeTabGroup() {
        return group();
      },
    },
    showQuickPick: async (items: Pick[]) => items[window.pick(items) ?? -1],
    showInformationMessage: async (text: string) => void messages.push(text),
    setStatusBarMessage: (text: string) => void messages.push(text),
    showTextDocument: async ({ uri }: vscode.TextDocument) => void shown.push(uri.toString(true)),
  });
  Object.assign(vscode.workspace, {
    textDocuments,
    openTextDocument: async (uri: vscode.Uri) => {
      const document = find(uri);
      if (document === undefined) throw new Error(`cannot open ${uri.toString()}`);
      return document;
    },
    applyEdit: async (edit: { replaced: { uri: vscode.Uri; range: vscode.Range; text: string }[] }) => {
      if (!window.takesEdits) return false;
      for (const { uri, range, text } of edit.replaced) {
        const document = find(uri)!;
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        document.text = document.text.slice(0, start) + text + document.text.slice(end);
      }
      return true;
    },
  });
  Object.assign(vscode.commands, {
    executeCommand: async (...command: unknown[]) => void executed.push(command),
  });

  const look = async () => {
    remote.looks++;
    if (remote.error !== undefined) throw remote.error;
  };
  const documents = {
    look,
    text: async () => (find(tabUri)?.languageId === 'json' ? bytesOf('') : look()),
    open: async () => {
      if (find(tabUri) === undefined) openDocument(tabUri, 'from CAMS');
    },
  };
  const front = {
    ref: undefined as FlowRef | undefined,
    document: undefined as vscode.Uri | undefined,
    flowOf: (uri: vscode.Uri) =>
      versionRefOf(uri)?.ref ?? (uri.toString() === linked.toString() ? ref : flowRefOf(uri)),
  };
  const historyView = { show: vi.fn<(ref: FlowRef) => Promise<void>>(async () => undefined) };
  const flows = { get: known, read: status.read, all: () => [] };
  const previews = { active: undefined };
  const parts = { history: it.history, historyView, front, documents, flows, previews } as unknown as Parts;
  const bringToFront = (uri: vscode.Uri) => {
    Object.assign(vscode.window, { activeTextEditor: { document: { uri } } });
    front.ref = front.flowOf(uri);
    front.document = uri;
  };
  return {
    ...it,
    window,
    remote,
    status,
    executed,
    messages,
    shown,
    front,
    historyView,
    openDocument,
    find,
    bringToFront,
    keep: (text: string) => it.history.keep(ref, bytesOf(text), 'sent'),
    run: (command: Command, ...args: unknown[]) => command(parts, args),
  };
}

describe('showing the history', () => {
  it.each([
    ['a row of the tree', { kind: 'flow', ref }],
    ['a document', tabUri],
    ['a linked file', linked],
    ['a version', versionUri({ ref, id: 'abc' })],
  ])('is for the flow of %s', async (_what, arg) => {
    const it = setUp();
    it.front.ref = flow('7');
    await it.run(flowHistory, arg);
    expect(it.historyView.show).toHaveBeenCalledWith(ref);
  });

  it('is else for the flow in front', async () => {
    const it = setUp();
    it.bringToFront(linked);
    await it.run(flowHistory);
    expect(it.historyView.show).toHaveBeenCalledWith(ref);
  });
});

describe('opening a version', () => {
  it('opens it as a file under the name of its flow', async () => {
    const it = setUp();
    const version = await it.keep('A');
    await it.run(versionOpen, version);
    expect(it.executed).toEqual([['vscode.open', versionUri(version, 'Sign up')]]);
  });

  it('says that it is gone instead of showing an error page', async () => {
    const it = setUp();
    const version = await it.keep('A');
    it.disk.files.clear();
    for (const command of [versionOpen, versionCompare, versionRestore]) {
      await expect(it.run(command, version)).rejects.toThrow('not on this computer any more');
    }
    expect(it.executed).toEqual([]);
  });

  it('lets the person pick without the view', async () => {
    const it = setUp();
    await it.keep('A');
    vi.setSystemTime(Date.now() + 120_000);
    await it.keep('BB');
    it.bringToFront(tabUri);
    const picks: string[] = [];
    it.window.pick = (items) => {
      picks.push(...items.map(({ label, description }) => `${label} ${description}`));
      return 1;
    };
    await it.run(versionOpen);
    expect(picks).toEqual(['just now saved from here · 2 bytes', '2 min saved from here · 1 bytes']);
    const [, versionA] = await it.history.list(ref);
    expect(it.executed).toEqual([['vscode.open', versionUri(versionA!, 'Sign up')]]);
    it.window.pick = () => undefined;
    await it.run(versionOpen);
    expect(it.executed).toHaveLength(1);
  });

  it('says that there is none', async () => {
    const it = setUp();
    it.bringToFront(tabUri);
    await it.run(versionRestore);
    expect(it.messages).toEqual(['No earlier version of Flow "Sign up" (42) is kept on this computer.']);
  });
});

describe('comparing with a version', () => {
  it('shows the version on the left and the document of the flow on the right', async () => {
    const it = setUp();
    const version = await it.keep('A');
    await it.run(versionCompare, version);
    const [[command, left, right, title]] = it.executed as [[string, vscode.Uri, vscode.Uri, string]];
    expect([command, left.toString(), right.toString()]).toEqual([
      'vscode.diff',
      versionUri(version, 'Sign up').toString(),
      tabUri.toString(),
    ]);
    expect(title).toMatch(/^Sign up \(Nov 2\d, 2026, .*\) ↔ Sign up$/);
    expect(it.remote.looks).toBe(1);
  });

  it('takes the document that is open already, under whatever name, and asks CAMS nothing', async () => {
    const it = setUp();
    it.openDocument(tabUri, 'edited');
    await it.run(versionCompare, await it.keep('A'));
    expect(it.executed[0]![2]).toEqual(tabUri);
    expect(it.remote.looks).toBe(0);
  });

  it('takes the linked file that is in front', async () => {
    const it = setUp();
    it.bringToFront(linked);
    await it.run(versionCompare, await it.keep('A'));
    expect(it.executed[0]![2]).toEqual(linked);
  });

  it('says why the flow cannot be read', async () => {
    const it = setUp();
    it.remote.error = new Error('no network');
    await expect(it.run(versionCompare, await it.keep('A'))).rejects.toThrow('no network');
    expect(it.executed).toEqual([]);
  });
});

describe('restoring a version', () => {
  it('puts its text into the open document, also over what is not saved: undo brings that back', async () => {
    const it = setUp();
    const document = it.openDocument(tabUri, 'not saved\n');
    await it.run(versionRestore, await it.keep('\ufeff{"a":1}\n'));
    expect(document.text).toBe('{"a":1}\n');
    expect(it.shown).toEqual([tabUri.toString(true)]);
    expect(it.messages[0]).toMatch(/^The version of Nov .* is in the editor\. Save it, or undo\.$/);
    expect(it.remote.looks).toBe(0);
  });

  it('opens the document first where there is none', async () => {
    const it = setUp();
    await it.run(versionRestore, await it.keep('A'));
    expect(it.find(tabUri)!.text).toBe('A');
  });

  it('puts it into the linked file that is in front', async () => {
    const it = setUp();
    const file = it.openDocument(linked, 'old');
    it.bringToFront(linked);
    it.status.value = 'DEPRECATED';
    await it.run(versionRestore, await it.keep('A'));
    expect(file.text).toBe('A');
    expect(it.find(tabUri)).toBeUndefined();
  });

  it('restores the version that is in front', async () => {
    const it = setUp();
    const version = await it.keep('A');
    await it.keep('B');
    it.bringToFront(versionUri(version, 'Sign up'));
    it.front.document = undefined;
    await it.run(versionRestore);
    expect(it.find(tabUri)!.text).toBe('A');
  });

  it.each(['DEPRECATED', 'BLOCKED'])('is refused for a flow that is %s', async (status) => {
    const it = setUp();
    it.status.value = status;
    await expect(it.run(versionRestore, await it.keep('A'))).rejects.toThrow('it cannot be changed.');
    expect(it.find(tabUri)).toBeUndefined();
  });

  it('asks for a status that is not known, and goes on where it cannot be had', async () => {
    const it = setUp();
    const version = await it.keep('A');
    it.status.value = undefined;
    it.status.read.mockRejectedValueOnce(new CancelledError());
    await expect(it.run(versionRestore, version)).rejects.toThrow(CancelledError);
    it.status.read.mockResolvedValueOnce({ ref, status: 'DEPRECATED', added: false });
    await expect(it.run(versionRestore, version)).rejects.toThrow('it cannot be changed.');
    it.status.read.mockRejectedValueOnce(new Error('no network'));
    await it.run(versionRestore, version);
    expect(it.find(tabUri)!.text).toBe('A');
  });

  it('leaves alone a tab that only says why the flow cannot be read', async () => {
    const it = setUp();
    const notice = it.openDocument(tabUri, 'cannot be read');
    notice.languageId = 'plaintext';
    it.remote.error = new Error('no network');
    await expect(it.run(versionRestore, await it.keep('A'))).rejects.toThrow('no network');
    expect(notice.text).toBe('cannot be read');
  });

  it('says when there is nothing to restore, and when the editor took nothing', async () => {
    const it = setUp();
    it.openDocument(tabUri, 'A');
    const version = await it.keep('A');
    await it.run(versionRestore, version);
    expect(it.messages).toEqual(['The editor shows this version already.']);
    it.window.takesEdits = false;
    it.find(tabUri)!.text = 'B';
    await expect(it.run(versionRestore, version)).rejects.toThrow('The editor did not take');
  });
});
