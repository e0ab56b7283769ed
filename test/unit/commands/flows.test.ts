import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { NotFoundError, PermissionError } from '../../../src/cams/errors';
import type { Command, Parts } from '../../../src/commands/command';
import { flowAdd } from '../../../src/commands/flowAdd';
import { flowCopyId } from '../../../src/commands/flowCopyId';
import { flowFind } from '../../../src/commands/flowFind';
import { flowForget } from '../../../src/commands/flowForget';
import { flowOpenConsole } from '../../../src/commands/flowOpenConsole';
import { flowRefresh } from '../../../src/commands/flowRefresh';
import { flowsClearFilter } from '../../../src/commands/flowsClearFilter';
import { flowsFilter } from '../../../src/commands/flowsFilter';
import { flowsRefresh } from '../../../src/commands/flowsRefresh';
import { flowsSort } from '../../../src/commands/flowsSort';
import { flowTarget } from '../../../src/commands/flowTarget';
import { helpLog } from '../../../src/commands/helpLog';
import { helpWalkthrough } from '../../../src/commands/helpWalkthrough';
import { flowUri } from '../../../src/documents/flowUri';
import type { FlowRef } from '../../../src/flows/types';
import { setContextKey } from '../../../src/platform/contextKeys';
import { house } from '../explorer/house';
import { account, summaries, turns } from '../flows/house';

const ref = (flowId: string, spaceId = 's1'): FlowRef => ({ accountId: 'a', spaceId, flowId });

/** An input that a person types into. */
class FakeInput {
  private readonly accepting = new vscode.EventEmitter<void>();
  private readonly hiding = new vscode.EventEmitter<void>();
  private readonly typing = new vscode.EventEmitter<string>();
  readonly onDidAccept = this.accepting.event;
  readonly onDidHide = this.hiding.event;
  readonly onDidChangeValue = this.typing.event;
  readonly onDidTriggerButton = new vscode.EventEmitter<void>().event;
  value = '';
  title = '';
  items: (vscode.QuickPickItem & { ref?: FlowRef })[] = [];
  selectedItems: vscode.QuickPickItem[] = [];
  validationMessage: string | undefined;
  disposed = false;
  show = vi.fn();
  dispose(): void {
    this.disposed = true;
  }
  type(value: string): void {
    this.value = value;
    this.typing.fire(value);
  }
  async accept(item?: vscode.QuickPickItem): Promise<void> {
    this.selectedItems = item === undefined ? [] : [item];
    this.accepting.fire();
    await turns();
  }
  async escape(): Promise<void> {
    this.hiding.fire();
    await turns();
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  setContextKey('camsFlows.filtered', false);
  setContextKey('camsFlows.empty', '');
  vi.useRealTimers();
});

function setUp(accounts = [account('a', ['s1'])]) {
  const it = house(accounts);
  const inputs: FakeInput[] = [];
  const newInput = () => {
    const input = new FakeInput();
    inputs.push(input);
    return input;
  };
  const clipboard = { writeText: vi.fn(async () => undefined) };
  const openExternal = vi.fn<typeof vscode.env.openExternal>(async () => true);
  const setStatusBarMessage = vi.fn();
  Object.assign(vscode.env, { clipboard, openExternal });
  Object.assign(vscode.window, {
    createQuickPick: newInput,
    createInputBox: newInput,
    setStatusBarMessage,
    activeTextEditor: undefined,
  });
  const documents = { open: vi.fn(async () => undefined), refresh: vi.fn() };
  const previews = { open: vi.fn(async () => undefined), active: undefined as { ref: FlowRef } | undefined };
  const log = { show: vi.fn() };
  const parts = { ...it, documents, previews, log } as unknown as Parts;
  const run = (command: Command, ...args: unknown[]) => command(parts, args);
  return { ...it, inputs, clipboard, openExternal, documents, previews, log, parts, run };
}

async function withFlows(...ids: (string | number)[]) {
  const it = setUp();
  const done = it.store.refresh();
  await turns();
  await it.cams.lists[0]!.answer(summaries(...ids));
  await it.cams.lists[0]!.answer([]);
  await done;
  it.cams.asked.length = 0;
  return it;
}

describe('the flow that a command is about', () => {
  const targetOf = ({ parts }: ReturnType<typeof setUp>, ...args: unknown[]) => flowTarget(parts, args);

  it('is the one it was called on: a row, a fact, a document, a reference', async () => {
    const it = setUp();
    it.previews.active = { ref: ref('other') };
    expect(await targetOf(it, { kind: 'flow', ref: ref('1') })).toEqual(ref('1'));
    expect(await targetOf(it, { kind: 'fact', ref: ref('1'), fact: 'categories' })).toEqual(ref('1'));
    expect(await targetOf(it, flowUri(ref('1'), 'Sign up'))).toEqual(ref('1'));
    expect(await targetOf(it, ref('1'))).toEqual(ref('1'));
  });

  it('is else the one in front of the person', async () => {
    const it = setUp();
    Object.assign(vscode.window, { activeTextEditor: { document: { uri: flowUri(ref('2')) } } });
    expect(await targetOf(it)).toEqual(ref('2'));
    it.previews.active = { ref: ref('3') };
    expect(await targetOf(it)).toEqual(ref('3'));
    expect(await targetOf(it, vscode.Uri.file('/x.json'))).toEqual(ref('3'));
  });

  it('is else one that they pick from those that are known', async () => {
    const it = await withFlows(1, 2);
    const target = targetOf(it);
    await turns();
    const [pick] = it.inputs;
    expect(pick!.items.map(({ label, description }) => [label, description])).toEqual([
      ['Flow 1', '1 · unknown'],
      ['Flow 2', '2 · unknown'],
      ['Use the ID typed above', undefined],
    ]);
    await pick!.accept(pick!.items[1]);
    expect(await target).toEqual(ref('2'));
    expect(pick!.disposed).toBe(true);
    expect(it.cams.asked).toEqual([]);
  });

  it('is else one whose ID they type', async () => {
    const it = await withFlows(1);
    const target = targetOf(it);
    await turns();
    const [pick] = it.inputs;
    await pick!.accept(pick!.items.at(-1));
    expect(pick!.disposed).toBe(false);
    pick!.type(' 6dd31e1b7cc940fc ');
    await pick!.accept(pick!.items.at(-1));
    expect(await target).toEqual(ref('6dd31e1b7cc940fc'));
  });

  it('is none when they pick none', async () => {
    const it = await withFlows(1);
    const target = targetOf(it);
    await turns();
    await it.inputs[0]!.escape();
    expect(await target).toBeUndefined();
  });

  it('comes in while they look, when nothing was listed yet', async () => {
    const it = setUp([account('a', ['s1', 's2'])]);
    const target = targetOf(it);
    await turns();
    const [pick] = it.inputs;
    expect(pick!.items).toHaveLength(1);
    await it.cams.lists[1]!.answer(summaries(7));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pick!.items[0]).toMatchObject({ label: 'Flow 7', detail: 'Account a · Space s2' });
    await pick!.accept(pick!.items[0]);
    expect(await target).toEqual(ref('7', 's2'));
  });

  it('of a typed ID lies in the space that they pick', async () => {
    const it = setUp([account('a', ['s1', 's2'])]);
    const target = targetOf(it);
    await turns();
    it.inputs[0]!.type('77');
    await it.inputs[0]!.accept(it.inputs[0]!.items.at(-1));
    await it.inputs[1]!.accept(it.inputs[1]!.items[1]);
    expect(await target).toEqual(ref('77', 's2'));
  });
});

describe('Find Flow by ID', () => {
  it('selects the row of a known flow', async () => {
    const it = await withFlows(1, 2);
    const done = it.run(flowFind);
    await turns();
    await it.inputs[0]!.accept(it.inputs[0]!.items[1]);
    await done;
    expect(it.view.reveal).toHaveBeenCalledWith(
      { kind: 'flow', ref: ref('2') },
      { select: true, focus: true },
    );
    expect(it.cams.asked).toEqual([]);
  });

  it.each([
    [0, 'documents'],
    [1, 'previews'],
  ] as const)('asks CAMS for an unknown one and offers to open it (%d)', async (choice, room) => {
    const it = await withFlows(1);
    const done = it.run(flowFind);
    await turns();
    it.inputs[0]!.type('77');
    await it.inputs[0]!.accept(it.inputs[0]!.items.at(-1));
    expect(it.cams.reads[0]).toMatchObject({ what: '77', lane: 'person' });
    await it.cams.reads[0]!.answer({ flowId: '77', flowName: 'Survey' });
    expect(it.inputs[1]!.title).toBe('Found Survey');
    await it.inputs[1]!.accept(it.inputs[1]!.items[choice]);
    await done;
    expect(it[room].open).toHaveBeenCalledWith(ref('77'));
    expect(it.store.flows).toHaveLength(1);
  });

  it('adds an unknown one to the list on demand', async () => {
    const it = await withFlows(1);
    const done = it.run(flowFind);
    await turns();
    it.inputs[0]!.type('77');
    await it.inputs[0]!.accept(it.inputs[0]!.items.at(-1));
    await it.cams.reads[0]!.answer({ flowId: '77', flowName: 'Survey' });
    await it.inputs[1]!.accept(it.inputs[1]!.items[2]);
    await done;
    expect(it.store.flows.map(({ ref, added }) => [ref.flowId, added])).toEqual([
      ['1', false],
      ['77', true],
    ]);
    expect(it.view.reveal).toHaveBeenCalled();
  });

  it('fails when CAMS does not know it either', async () => {
    const it = await withFlows(1);
    const done = it.run(flowFind);
    const missing = new NotFoundError({ operation: 'GetFlow' });
    const failed = expect(done).rejects.toBe(missing);
    await turns();
    it.inputs[0]!.type('77');
    await it.inputs[0]!.accept(it.inputs[0]!.items.at(-1));
    await it.cams.reads[0]!.fail(missing);
    await failed;
  });
});

describe('Add Flow by ID', () => {
  it('keeps the question open while the ID is wrong, and adds the flow once CAMS knows it', async () => {
    const it = setUp();
    const done = it.run(flowAdd, { kind: 'space', ref: { accountId: 'a', spaceId: 's1' } });
    await turns();
    const [input] = it.inputs;
    input!.type('two words');
    await input!.accept();
    expect(input!.validationMessage).toContain('no spaces');
    input!.type('77');
    await input!.accept();
    await it.cams.reads[0]!.fail(new PermissionError({ operation: 'GetFlow', action: 'cams:GetFlow' }));
    expect(input!.validationMessage).toContain('cams:GetFlow');
    expect(it.store.flows).toEqual([]);
    await input!.accept();
    await it.cams.reads[0]!.answer({ flowId: '77', flowName: 'Survey', status: 'DRAFT' });
    await done;
    expect(it.store.flows).toEqual([
      expect.objectContaining({ name: 'Survey', status: 'DRAFT', added: true }),
    ]);
    expect(it.view.reveal).toHaveBeenCalled();
  });

  it('adds nothing when it is dismissed', async () => {
    const it = setUp();
    const done = it.run(flowAdd).catch(() => undefined);
    await turns();
    it.inputs[0]!.type('77');
    await it.inputs[0]!.accept();
    await it.inputs[0]!.escape();
    await done;
    expect(it.cams.reads).toEqual([]);
    expect(it.store.flows).toEqual([]);
  });
});

it('Remove Flow from List takes back Add Flow by ID', async () => {
  const it = setUp();
  await it.store.add('77');
  await it.run(flowForget, { kind: 'flow', ref: ref('77') });
  expect(it.store.flows).toEqual([]);
});

it('Refresh Flow reads it in the lane of a person', async () => {
  const it = await withFlows(1);
  const done = it.run(flowRefresh, { kind: 'flow', ref: ref('1') });
  await turns();
  expect(it.cams.reads[0]).toMatchObject({ what: '1', lane: 'person' });
  await it.cams.reads[0]!.answer({ flowId: '1', status: 'DRAFT' });
  await done;
  expect(it.flows.get(ref('1'))?.status).toBe('DRAFT');
  expect(it.documents.refresh).toHaveBeenCalledWith(ref('1'));
});

it('Copy Flow ID copies the ID and nothing else', async () => {
  const it = setUp();
  await it.run(flowCopyId, ref('92675332812643'));
  expect(it.clipboard.writeText).toHaveBeenCalledWith('92675332812643');
});

it('Open CAMS Console opens it', async () => {
  const it = setUp();
  await it.run(flowOpenConsole, { kind: 'flow', ref: ref('1') });
  expect(it.openExternal.mock.calls[0]![0].toString()).toBe('https://chatapp.console.alibabacloud.com/');
});

describe('Filter Flows', () => {
  it('follows what is typed, and stays with what is accepted', async () => {
    const it = await withFlows(1, 2);
    const done = it.run(flowsFilter);
    const [input] = it.inputs;
    input!.type('f');
    input!.type('flow 2');
    expect(it.explorer.filter).toBe('');
    await vi.advanceTimersByTimeAsync(200);
    expect(it.explorer.filter).toBe('flow 2');
    input!.type('flow 1');
    await input!.accept();
    await done;
    expect(it.explorer.filter).toBe('flow 1');
    await it.run(flowsClearFilter);
    expect(it.explorer.filter).toBe('');
  });

  it('brings back what was shown before when it is dismissed', async () => {
    const it = await withFlows(1, 2);
    it.explorer.setFilter('before');
    const done = it.run(flowsFilter);
    const [input] = it.inputs;
    expect(input!.value).toBe('before');
    input!.type('something else');
    await vi.advanceTimersByTimeAsync(200);
    input!.type('something else still');
    await input!.escape();
    await done;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.explorer.filter).toBe('before');
  });
});

it('Sort By marks the order of now and takes another', async () => {
  const it = await withFlows(1);
  const showQuickPick = vi.fn(async (items: { label: string; description?: string }[]) => items[1]);
  Object.assign(vscode.window, { showQuickPick });
  await it.run(flowsSort);
  const [items] = showQuickPick.mock.calls[0]!;
  expect(items.map(({ label, description }) => [label, description])).toEqual([
    ['Name', 'now'],
    ['Flow ID', undefined],
    ['Status', undefined],
  ]);
  expect(it.explorer.order).toBe('id');
});

it('Refresh is about the row that it was called on, or about everything', async () => {
  const it = setUp();
  const refresh = vi.spyOn(it.explorer, 'refresh').mockResolvedValue(undefined);
  const space = { kind: 'space', ref: { accountId: 'a', spaceId: 's1' } };
  await it.run(flowsRefresh, space);
  await it.run(flowsRefresh);
  await it.run(flowsRefresh, { kind: 'flow', ref: ref('1') });
  expect(refresh.mock.calls).toEqual([[space], [undefined], [undefined]]);
});

it('Show Log and Take the Tour show them', async () => {
  const it = setUp();
  await it.run(helpLog);
  expect(it.log.show).toHaveBeenCalled();
  await it.run(helpWalkthrough);
  expect(vscode.commands.executeCommand).toHaveBeenCalledWith(
    'workbench.action.openWalkthrough',
    'cams-flows.cams-flows#camsFlows.start',
    false,
  );
});
