import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { FlowInFront } from '../../../../src/documents/flowInFront';
import { flowRefOf, flowUri } from '../../../../src/documents/flowUri';
import { HistoryView, isVersion } from '../../../../src/documents/history/historyView';
import type { Version } from '../../../../src/documents/history/history';
import { versionUri } from '../../../../src/documents/history/versionUri';
import type { FlowRef } from '../../../../src/flows/types';
import { contextKeys as defaults } from '../../../../src/platform/contextKeys';
import { bytesOf, flow, house, turns } from './house';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let dispose: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: Date.UTC(2026, 10, 21, 17, 40, 25),
  });
});
afterEach(() => {
  dispose();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const linked = vscode.Uri.file('/work/sign-up.flow.json');
const readme = vscode.Uri.file('/work/README.md');

/** The view in a window of which the test plays every other part; it draws when VS Code would. */
function setUp() {
  const it = house();
  const editors = new vscode.EventEmitter<unknown>();
  const others = new vscode.EventEmitter<unknown>();
  const windows = new vscode.EventEmitter<{ focused: boolean }>();
  const visibility = new vscode.EventEmitter<{ visible: boolean }>();
  const flowsChanged = new vscode.EventEmitter<never>();
  const changed = new vscode.EventEmitter<unknown>();
  const contextKeys: Record<string, unknown> = { ...defaults };
  const executed: string[] = [];
  Object.assign(vscode.env, { language: 'en' });
  Object.assign(vscode.window, {
    activeTextEditor: undefined,
    onDidChangeActiveTextEditor: editors.event,
    onDidChangeWindowState: windows.event,
  });
  Object.assign(vscode.commands, {
    executeCommand: async (command: string, key: string, value: unknown) => {
      if (command === 'setContext') contextKeys[key] = value;
      else executed.push(command);
    },
  });
  const links = new Map<string, FlowRef>();
  const window = { previewed: undefined as FlowRef | undefined, publishable: true };
  const front = new FlowInFront({
    flowOf: (uri) => flowRefOf(uri) ?? links.get(uri.toString()),
    previewed: () => window.previewed,
    mayPublish: () => window.publishable,
    onDidChange: others.event,
  });
  const view = {
    visible: false,
    description: undefined as string | undefined,
    message: undefined as string | undefined,
    onDidChangeVisibility: visibility.event,
  };
  const names = new Map([['42', 'Sign up']]);
  const flows = {
    get: (ref: FlowRef) => ({ ref, name: names.get(ref.flowId), added: false }),
    onDidChange: flowsChanged.event,
  };
  const tree = new HistoryView({ history: it.history, flows, front, view: view as never, changed });
  dispose = () => {
    tree.dispose();
    front.dispose();
  };
  const drawn: unknown[] = [];
  changed.event((what) => drawn.push(what));
  const lists = vi.spyOn(it.history, 'list');
  return {
    ...it,
    tree,
    front,
    view,
    names,
    links,
    window,
    drawn,
    lists,
    contextKeys,
    executed,
    flowsChanged,
    changeOther: () => others.fire(undefined),
    focusWindow: () => windows.fire({ focused: true }),
    bringToFront(uri: vscode.Uri | undefined) {
      Object.assign(vscode.window, { activeTextEditor: uri && { document: { uri } } });
      editors.fire(undefined);
    },
    setVisible(visible: boolean) {
      view.visible = visible;
      visibility.fire({ visible });
    },
    rows: async () => (await tree.getChildren()).map((version) => tree.getTreeItem(version)),
    labels: async () => (await tree.getChildren()).map((version) => tree.getTreeItem(version).label),
  };
}

async function withVersions() {
  const it = setUp();
  await it.history.keep(flow('42'), bytesOf('{"a":1}'), 'base');
  pass(26 * HOUR);
  await it.history.keep(flow('42'), bytesOf('{"a":2}'), 'overwritten');
  pass(2 * HOUR);
  await it.history.keep(flow('42'), bytesOf('x'.repeat(1_234)), 'sent');
  await it.history.keep(flow('7'), bytesOf('{}'), 'sent');
  pass(5 * MINUTE);
  await turns();
  return it;
}

describe('the flow in front', () => {
  it.each([
    ['its document', flowUri(flow('42'), 'Sign up')],
    ['a version of it', versionUri({ ref: flow('42'), id: 'remote' }, 'Sign up')],
    ['a file that is linked to it', linked],
  ])('is that of %s', (_what, uri) => {
    const it = setUp();
    it.links.set(linked.toString(), flow('42'));
    it.bringToFront(uri);
    expect(it.front.ref).toEqual(flow('42'));
    expect(it.contextKeys['camsFlows.flowInFront']).toBe(true);
    it.bringToFront(readme);
    expect(it.front.ref).toBeUndefined();
    expect(it.contextKeys['camsFlows.flowInFront']).toBe(false);
    expect(it.contextKeys['camsFlows.publishable']).toBe(false);
  });

  it('may be published, or not any more', () => {
    const it = setUp();
    it.bringToFront(flowUri(flow('42'), 'Sign up'));
    expect(it.contextKeys['camsFlows.publishable']).toBe(true);
    it.window.publishable = false;
    it.changeOther();
    expect(it.contextKeys['camsFlows.publishable']).toBe(false);
  });

  it('is that of a preview, unless a text is in front', () => {
    const it = setUp();
    it.window.previewed = flow('42');
    it.changeOther();
    expect(it.front.ref).toEqual(flow('42'));
    it.bringToFront(readme);
    expect(it.front.ref).toBeUndefined();
  });

  it('comes when a file is linked that is in front already', () => {
    const it = setUp();
    it.bringToFront(linked);
    expect(it.front.ref).toBeUndefined();
    it.links.set(linked.toString(), flow('42'));
    it.changeOther();
    expect(it.front.ref).toEqual(flow('42'));
    expect(it.front.document).toEqual(linked);
  });

  it('stays while somebody reads the log', () => {
    const it = setUp();
    it.bringToFront(flowUri(flow('42')));
    it.bringToFront(vscode.Uri.from({ scheme: 'output', path: 'CAMS Flows' }));
    expect(it.front.ref).toEqual(flow('42'));
  });

  it('is worked on in the document that was seen last, also while a version of it is in front', () => {
    const it = setUp();
    it.links.set(linked.toString(), flow('42'));
    it.bringToFront(linked);
    it.bringToFront(versionUri({ ref: flow('42'), id: 'abc' }));
    expect(it.front.document).toEqual(linked);
    it.bringToFront(versionUri({ ref: flow('7'), id: 'abc' }));
    expect(it.front.document).toBeUndefined();
  });
});

describe('the history view', () => {
  it('lists the versions of the flow in front, newest first, under its name', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    it.setVisible(true);
    const rows = await it.rows();
    expect(rows.map(({ label, description }) => `${label as string} | ${description as string}`)).toEqual([
      '5 min | saved from here · 1.2 KB',
      '2 hr | overwritten · 7 bytes',
      '1 day | as opened · 7 bytes',
    ]);
    expect(it.view.description).toBe('Sign up');
    expect(new Set(rows.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id)).size).toBe(3);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  });

  it('says of a row exactly when, why and how large, also to people who hear it', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    const [row] = await it.rows();
    expect(row!.tooltip).toMatch(/^Nov 2\d, 2026, .+\nIt was sent to CAMS from this computer\.\n1\.2 KB$/);
    expect(row!.accessibilityInformation!.label).toMatch(/^5 minutes ago, saved from here, 1\.2 KB, Nov/);
  });

  it('compares a version on a click', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    const [version] = await it.tree.getChildren();
    const { command, contextValue } = it.tree.getTreeItem(version!);
    expect(command).toMatchObject({ command: 'camsFlows.version.compare', arguments: [version] });
    expect(contextValue).toBe('version');
    expect(await it.tree.getChildren(version)).toEqual([]);
  });

  it('follows the editor, but reads nothing while nobody can see it', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    it.bringToFront(flowUri(flow('7')));
    await it.history.keep(flow('7'), bytesOf('[]'), 'sent');
    it.focusWindow();
    expect([it.drawn, it.lists.mock.calls, it.view.description]).toEqual([[], [], undefined]);
    it.setVisible(true);
    expect(it.drawn).toEqual([undefined]);
    expect(await it.labels()).toHaveLength(2);
    it.bringToFront(flowUri(flow('42')));
    expect(it.drawn).toEqual([undefined, undefined]);
    expect(await it.labels()).toHaveLength(3);
  });

  it('drops the list of a flow that is not in front any more', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    it.setVisible(true);
    let answer!: (versions: Version[]) => void;
    it.lists.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const labels = it.labels();
    it.bringToFront(flowUri(flow('7')));
    answer([]);
    expect(await labels).toHaveLength(1);
    expect(it.view.description).toBe('7');
  });

  it('shows what is kept of its flow, and nothing of others', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    it.setVisible(true);
    it.drawn.length = 0;
    await it.history.keep(flow('7'), bytesOf('[1]'), 'sent');
    expect(it.drawn).toEqual([]);
    await it.history.keep(flow('42'), bytesOf('[1]'), 'sent');
    expect(it.drawn).toEqual([undefined]);
    it.focusWindow();
    expect(it.drawn).toHaveLength(2);
  });

  it('grows old with the clock while it can be seen', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('42')));
    it.setVisible(true);
    const rows = await it.tree.getChildren();
    it.drawn.length = 0;
    vi.advanceTimersByTime(MINUTE);
    expect(it.drawn).toEqual([rows]);
    expect(it.tree.getTreeItem(rows[0]!).label).toBe('6 min');
    it.setVisible(false);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(it.drawn).toHaveLength(1);
  });

  it('is empty without a flow, and says why it cannot be read', async () => {
    const it = await withVersions();
    it.setVisible(true);
    expect(await it.rows()).toEqual([]);
    expect(it.view.description).toBeUndefined();
    it.bringToFront(flowUri(flow('42')));
    it.fs.readDirectory = () => Promise.reject(new Error('EACCES'));
    expect(await it.rows()).toEqual([]);
    expect(it.view.message).toContain('EACCES');
  });

  it('learns the name of its flow later', async () => {
    const it = await withVersions();
    it.bringToFront(flowUri(flow('7')));
    it.setVisible(true);
    expect(it.view.description).toBe('7');
    it.names.set('7', 'Survey');
    it.flowsChanged.fire(undefined as never);
    expect(it.view.description).toBe('Survey');
  });

  it('shows a flow that somebody asks for until another one comes to the front', async () => {
    const it = await withVersions();
    it.bringToFront(readme);
    it.setVisible(true);
    await it.tree.show(flow('42'));
    expect(it.executed).toEqual(['camsFlows.history.focus']);
    expect(it.contextKeys['camsFlows.historyAsked']).toBe(true);
    expect(await it.labels()).toHaveLength(3);
    it.bringToFront(vscode.Uri.file('/work/other.md'));
    expect(await it.labels()).toHaveLength(3);
    it.bringToFront(flowUri(flow('7')));
    expect(it.contextKeys['camsFlows.historyAsked']).toBe(false);
    expect(await it.labels()).toHaveLength(1);
  });
});

it('a version is told from what else a command may get', async () => {
  const { history } = house();
  expect(isVersion(await history.keep(flow('42'), bytesOf('{}'), 'sent'))).toBe(true);
  for (const other of [
    undefined,
    null,
    'id',
    flowUri(flow('42')),
    flow('42'),
    { kind: 'flow', ref: flow('42') },
  ]) {
    expect(isVersion(other)).toBe(false);
  }
});
