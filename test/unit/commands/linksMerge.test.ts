import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { linkMerge } from '../../../src/commands/linkMerge';
import { flowUri } from '../../../src/documents/flowUri';
import { meaningOf } from '../../../src/documents/meaning';
import { link } from '../links/fakeLinks';
import { linksHouse } from './linksHouse';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [BASE, REMOTE, OWN] = ['{"a":1}', '{"a":2}', '{"a":3}'];
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A file and its flow that both changed; VS Code's merge editor opens, and can be told to work from the third attempt on. */
function setUp() {
  const it = linksHouse();
  const a = link('a', '1');
  it.links.set(a, 'neverCompared');
  it.links.found = () => 'conflict';
  it.links.kept = bytesOf(BASE);
  it.disk.set(a.file.path, OWN);
  it.remote.set('1', REMOTE);
  const document = it.edit(a, OWN);
  document.isDirty = false;
  let attempts = 0;
  const opened: {
    base: vscode.Uri;
    input1: { uri: vscode.Uri };
    input2: { uri: vscode.Uri };
    output: vscode.Uri;
  }[] = [];
  it.executeCommand.mockImplementation(async (command, argument) => {
    if (command === '_open.mergeEditor') {
      const texts = argument as (typeof opened)[number];
      opened.push(texts);
      it.tabs.push({ input: { base: texts.base, result: texts.output } });
    }
    if (command === 'mergeEditor.resetResultToBaseAndAutoMerge') {
      attempts += 1;
      const result = opened.at(-1)!.output;
      const target = vscode.workspace.textDocuments.find(({ uri }) => uri.path === result.path);
      if (attempts === 3) Object.assign(target!, { text: BASE });
    }
    if (command === 'workbench.action.files.revert') {
      const target = vscode.workspace.textDocuments.find(({ isDirty }) => isDirty);
      Object.assign(target!, { text: REMOTE, isDirty: false });
    }
    return undefined;
  });
  const merge = async (uri = a.file) => {
    const running = it.run(linkMerge, uri);
    await vi.advanceTimersByTimeAsync(10_000);
    await running;
  };
  const close = () => {
    const closed = it.tabs.splice(0);
    it.tabsChanged.fire({ closed });
  };
  return { ...it, a, document, opened, merge, close, attempts: () => attempts };
}

describe('a merge of a file and its flow', () => {
  it('shows three texts that are kept: the common one, that of CAMS, that of the file', async () => {
    const { merge, opened, kept, a } = setUp();
    await merge();
    expect(kept).toEqual([
      { text: OWN, origin: 'overwritten' },
      { text: BASE, origin: 'base' },
      { text: REMOTE, origin: 'base' },
    ]);
    const [{ base, input1, input2, output }] = opened as [(typeof opened)[number]];
    expect([base, input1.uri, input2.uri].map(({ path }) => path.split('/')[3])).toEqual(['v2', 'v3', 'v1']);
    expect(output).toBe(a.file);
  });

  it('starts from what both have in common, as soon as the editor can', async () => {
    const { merge, attempts } = setUp();
    await merge();
    expect(attempts()).toBe(3);
  });

  it('counts as done when its result is saved and its editor closed, and then offers to push', async () => {
    const { merge, links, saved, close, a, notifications } = setUp();
    await merge();
    saved.fire({ uri: a.file });
    expect(links.seen).not.toHaveBeenCalled();
    close();
    expect(links.seen).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ file: a.file }),
      bytesOf(REMOTE),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(notifications.at(-1)).toMatchObject({ items: ['Push'] });
  });

  it('does not count when the editor is closed without saving', async () => {
    const { merge, links, saved, close, a } = setUp();
    await merge();
    close();
    saved.fire({ uri: a.file });
    expect(links.seen).not.toHaveBeenCalled();
  });

  it.each([
    ['no common text is kept', (it: ReturnType<typeof setUp>) => (it.links.kept = undefined)],
    ['VS Code has no such editor', () => void vi.mocked(vscode.commands.getCommands).mockResolvedValue([])],
  ])('is a comparison of two where %s; saving counts', async (_why, prepare) => {
    const it = setUp();
    prepare(it);
    await it.merge();
    expect(it.executeCommand.mock.calls.map(([command]) => command)).toEqual(['vscode.diff']);
    expect(it.notifications[0]!.items).toEqual(['Take the Flow', 'Keep the File']);
    it.saved.fire({ uri: it.a.file });
    expect(it.links.seen).toHaveBeenCalledOnce();
  });

  it.each([
    ['Take the Flow', 'pulled'],
    ['Keep the File', 'pushed'],
  ] as const)('"%s" ends it without an editor', async (press, list) => {
    const { merge, links, presses } = setUp();
    links.kept = undefined;
    presses.push(press);
    let overwrite: boolean | undefined;
    links.outcome = (link, run) => {
      overwrite = run?.overwrite;
      return { link, outcome: 'done' };
    };
    await merge();
    expect(links[list]).toHaveLength(1);
    expect(overwrite).toBe(true);
  });

  it.each([
    ['same', []],
    ['changedHere', ['Push']],
    ['changedThere', ['Pull']],
  ] as const)('is not needed for what is %s', async (status, items) => {
    const { merge, links, notifications, opened } = setUp();
    links.found = () => status;
    await merge();
    expect(notifications[0]!.text).toMatch(/^There is nothing to merge: /);
    expect(notifications[0]!.items).toEqual(items);
    expect(opened).toEqual([]);
  });
});

describe('a merge of what was typed into a flow’s tab', () => {
  const uri = flowUri(link('a', '1').ref!, 'Sign up');

  function setUpTab() {
    const it = setUp();
    const document = it.edit(uri, OWN);
    const base = { bytes: bytesOf(BASE), meaning: meaningOf(bytesOf(BASE)) };
    it.documents.baseOf.mockReturnValue(base as never);
    return { ...it, tab: document };
  }

  it('keeps what was typed before the tab gives it up for what lies on CAMS', async () => {
    const { merge, opened, kept, executeCommand, documents } = setUpTab();
    await merge(uri);
    expect(kept.map(({ text }) => text)).toEqual([OWN, REMOTE, BASE]);
    expect(documents.refresh).toHaveBeenCalledOnce();
    const commands = executeCommand.mock.calls.map(([command]) => command);
    expect(commands.slice(0, 2)).toEqual(['workbench.action.files.revert', '_open.mergeEditor']);
    expect(opened[0]!.output).toBe(uri);
  });

  it('opens nothing, and the text stays, where CAMS cannot be read', async () => {
    const { merge, opened, executeCommand, tab } = setUpTab();
    executeCommand.mockImplementation(async () => undefined);
    await merge(uri);
    expect(opened).toEqual([]);
    expect(tab.text).toBe(OWN);
  });

  it('puts the text back when the merge is closed without saving and the person wants it', async () => {
    const { merge, close, presses } = setUpTab();
    const applyEdit = vi.fn<(edit: { replaced: { text: string }[] }) => Promise<boolean>>(async () => true);
    Object.assign(vscode.workspace, { applyEdit });
    await merge(uri);
    presses.push('Put It Back');
    close();
    await vi.advanceTimersByTimeAsync(0);
    expect(applyEdit.mock.calls[0]![0].replaced[0]!.text).toBe(OWN);
  });

  it('is not needed where only one side has changed', async () => {
    const { merge, remote, opened, notifications, tab } = setUpTab();
    remote.set('1', BASE);
    await merge(uri);
    expect(notifications[0]!.text).toMatch(/has changed only here\. Save it\.$/);
    tab.isDirty = false;
    await merge(uri);
    expect(notifications[1]!.text).toMatch(/^There is nothing to merge: /);
    expect(opened).toEqual([]);
  });
});
