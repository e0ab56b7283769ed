import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { AdviceError } from '../../../src/accounts/adviceError';
import { NetworkError } from '../../../src/cams/errors';
import { isChangeRow, type ChangeRow } from '../../../src/links/changeRows';
import { ChangesView } from '../../../src/links/changesView';
import { statuses } from '../../../src/links/linkLooks';
import { FakeFlows, FakeLinks, folder, link } from './fakeLinks';

function setUp() {
  Object.assign(vscode.env, { language: 'en' });
  Object.assign(vscode.workspace, { asRelativePath: ({ path }: vscode.Uri) => path.replace('/work/', '') });
  const visibility = new vscode.EventEmitter<{ visible: boolean }>();
  const view = {
    visible: false,
    onDidChangeVisibility: visibility.event,
    description: undefined as string | undefined,
    message: undefined as string | undefined,
    badge: undefined as vscode.ViewBadge | undefined,
  };
  const show = (visible: boolean) => {
    view.visible = visible;
    visibility.fire({ visible });
  };
  const changed = new vscode.EventEmitter<unknown>();
  const drawn = vi.fn();
  changed.event(drawn);
  const links = new FakeLinks();
  const flows = new FakeFlows();
  const changes = new ChangesView({
    links,
    flows: flows,
    view: view as unknown as vscode.TreeView<unknown>,
    changed,
  });
  /** The view as text: heading, then its files. */
  const draw = async () => {
    const lines: string[] = [];
    const add = (row: ChangeRow, indent: string) => {
      const { label, description } = changes.getTreeItem(row);
      lines.push(`${indent}${label as string} [${description as string}]`);
    };
    for (const group of await changes.getChildren()) {
      add(group, '');
      for (const row of await changes.getChildren(group)) add(row, '  ');
    }
    return lines;
  };
  return { view, show, drawn, links, flows, changes, draw };
}

beforeEach(() => void vi.useFakeTimers({ now: 10_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('the files in the view of changes', () => {
  it('are grouped by status, what needs attention first', async () => {
    const { links, draw } = setUp();
    for (const status of [...statuses].reverse()) links.set(link(status, `id-${status}`), status);
    expect(await draw()).toEqual([
      'Changed on Both Sides [1]',
      '  conflict.flow.json [id-conflict · changed on both sides]',
      'Changed Here [1]',
      '  changedHere.flow.json [id-changedHere · changed here]',
      'Changed on CAMS [1]',
      '  changedThere.flow.json [id-changedThere · changed on CAMS]',
      'No File Here [1]',
      '  missingHere.flow.json [id-missingHere · no file here]',
      'No Such Flow on CAMS [1]',
      '  missingThere.flow.json [id-missingThere · no such flow on CAMS]',
      'Cannot Be Read [1]',
      '  unreadable.flow.json [id-unreadable · cannot be read]',
      'Not Compared Yet [1]',
      '  neverCompared.flow.json [id-neverCompared · not compared yet]',
      'The Same [1]',
      '  same.flow.json [id-same · the same]',
    ]);
  });

  it('that are the same are collapsed, all others open', async () => {
    const { links, changes } = setUp();
    for (const status of statuses) links.set(link(status), status);
    const states = (await changes.getChildren()).map((row) => changes.getTreeItem(row).collapsibleState);
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    expect(states).toEqual([...statuses.slice(1).map(() => Expanded), Collapsed]);
  });

  it('show the name of their flow where it is known, and their folder where there are several', async () => {
    const { links, flows, draw } = setUp();
    links.set(link('a', '1'), 'same');
    flows.put(link('a', '1').ref!, { name: 'Sign up' });
    expect(await draw()).toContain('  a.flow.json [Sign up · the same]');
    links.set(link('b', '2', { folder: vscode.Uri.joinPath(folder, 'more') }), 'same');
    expect(await draw()).toContain('  a.flow.json [flows · Sign up · the same]');
    expect(await draw()).toContain('  b.flow.json [flows/more · 2 · the same]');
  });

  it('have a shape for each status, a menu, and a sentence for who cannot see', async () => {
    const { links, changes } = setUp();
    for (const status of statuses) links.set(link(status, `id-${status}`), status);
    const groups = await changes.getChildren();
    const rows = (await Promise.all(groups.map((group) => changes.getChildren(group)))).flat();
    const items = rows.map((row) => changes.getTreeItem(row));
    expect(new Set(items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id)).size).toBe(
      statuses.length,
    );
    expect(items.map(({ contextValue }) => contextValue)).toEqual(statuses.map((status) => `link ${status}`));
    expect(items[0]!.accessibilityInformation!.label).toBe(
      'conflict.flow.json, flow id-conflict, changed on both sides',
    );
    expect(items[0]!.command).toMatchObject({ command: 'camsFlows.link.compare', arguments: [rows[0]] });
    expect(rows.every(isChangeRow)).toBe(true);
  });

  it('offer for all of a status what they offer for one, but no merge', async () => {
    const { links, changes } = setUp();
    for (const status of statuses) links.set(link(status), status);
    const contexts = (await changes.getChildren()).map((row) => changes.getTreeItem(row).contextValue);
    expect(contexts.slice(0, 3)).toEqual(['group', 'group changedHere', 'group changedThere']);
  });

  it('tell all that is known of them to who points at one, and why one cannot be read', async () => {
    const { links, changes } = setUp();
    const error = new NetworkError({ operation: 'GetFlowJSONAssest', reason: 'unreachable' });
    const state = links.set(link('a', '1'), 'unreadable', { comparedAt: Date.now() - 300_000, error });
    const row: ChangeRow = { kind: 'link', state };
    const item = changes.getTreeItem(row);
    expect(item.tooltip).toBeUndefined();
    const { value } = changes.resolveTreeItem(item, row).tooltip as vscode.MarkdownString;
    for (const text of [
      'staging',
      'cannot be read',
      'Compared 5 minutes ago',
      '$(warning) The server cannot be reached',
    ])
      expect(value.replaceAll('\\', '')).toContain(text);
  });

  it('are read from the workspace when the view is first opened', async () => {
    const { links, draw } = setUp();
    expect(await draw()).toEqual([]);
    expect(links.load).toHaveBeenCalled();
  });

  it('cost a thousand small objects when there are a thousand, and nothing for a group that is closed', async () => {
    const { links, changes } = setUp();
    links.states = Array.from({ length: 1000 }, (_, n) => ({ link: link(`f${n}`), status: 'same' as const }));
    links.fire();
    const all = vi.spyOn(links, 'all', 'get');
    const [group] = await changes.getChildren();
    const rows = await changes.getChildren(group);
    expect(rows).toHaveLength(1000);
    for (const row of rows) changes.getTreeItem(row);
    // Once to sort them, once to say around them how many differ.
    expect(all.mock.calls.length).toBeLessThanOrEqual(2);
  });
});

it('shows on top what is wrong with a manifest, and opens it', async () => {
  const { links, changes } = setUp();
  const manifest = vscode.Uri.joinPath(folder, 'cams-flows.json');
  links.problems = [{ manifest, error: new AdviceError('It is no JSON.', 'Correct it.') }];
  links.set(link('a'), 'same');
  const [row, group] = await changes.getChildren();
  expect(group).toMatchObject({ kind: 'group' });
  expect(isChangeRow(row)).toBe(true);
  expect(changes.getTreeItem(row!)).toMatchObject({
    label: 'flows/cams-flows.json',
    description: 'It is no JSON.',
    tooltip: 'It is no JSON. Correct it.',
    command: { command: 'vscode.open', arguments: [manifest] },
  });
});

describe('around the files', () => {
  it('stand the environment, how many differ, and how old that knowledge is', async () => {
    const { links, draw, view } = setUp();
    links.set(link('a'), 'conflict', { comparedAt: Date.now() - 600_000 });
    links.set(link('b'), 'changedThere', { comparedAt: Date.now() - 60_000 });
    links.set(link('c'), 'same', { comparedAt: Date.now() });
    links.set(link('d'), 'neverCompared');
    await draw();
    expect(view.description).toBe('staging');
    expect(view.badge).toEqual({ value: 2, tooltip: 'Files that differ: 2' });
    expect(view.message).toBe('Compared 10 minutes ago.');
  });

  it('stands no number when nothing differs, and nothing when nothing is linked', async () => {
    const { links, draw, view } = setUp();
    links.set(link('a'), 'same');
    await draw();
    expect(view.badge).toBeUndefined();
    expect(view.message).toBe('Not compared with CAMS yet.');
    links.states = [];
    links.fire();
    await vi.runOnlyPendingTimersAsync();
    expect(view.message).toBeUndefined();
  });

  it('the age grows while somebody looks, and rests while nobody does', async () => {
    const { links, show, view } = setUp();
    links.set(link('a'), 'same', { comparedAt: Date.now() });
    show(true);
    expect(view.message).toBe('Compared just now.');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(view.message).toBe('Compared 2 minutes ago.');
    show(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('draws a run over many files in steps, not for each of them', async () => {
  const { links, drawn } = setUp();
  for (let n = 0; n < 50; n++) links.set(link(`f${n}`), 'same');
  expect(drawn).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(drawn).toHaveBeenCalledOnce();
});

it('leaves no timer behind', () => {
  const { links, show, changes } = setUp();
  show(true);
  links.set(link('a'), 'same');
  changes.dispose();
  expect(vi.getTimerCount()).toBe(0);
});

it.each([undefined, null, 'x', {}, { kind: 'group' }, { kind: 'group', status: 'x' }, { kind: 'link' }])(
  'takes %j for no row',
  (value) => expect(isChangeRow(value)).toBe(false),
);
