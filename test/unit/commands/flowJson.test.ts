import { homedir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Command, Parts } from '../../../src/commands/command';
import { flowCopyJson } from '../../../src/commands/flowCopyJson';
import { flowOpenJson } from '../../../src/commands/flowOpenJson';
import { flowSaveJsonAs } from '../../../src/commands/flowSaveJsonAs';
import { pickFlow } from '../../../src/commands/flowPick';
import { flowTarget } from '../../../src/commands/flowTarget';
import { NotFoundError } from '../../../src/cams/errors';
import { flowRefOf } from '../../../src/documents/flowUri';
import type { FlowRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { bytesOf, house, ref } from '../documents/house';
import { memoryFiles } from '../documents/memoryFiles';

vi.mock('../../../src/commands/flowTarget', () => ({ flowTarget: vi.fn() }));
vi.mock('../../../src/commands/flowPick', () => ({ pickFlow: vi.fn() }));

const notFound = new NotFoundError({ operation: 'GetFlowJSONAssest' });

function setUp(...args: Parameters<typeof house>) {
  const window = house(...args);
  const disk = memoryFiles();
  const ui = {
    showSaveDialog: vi.fn(async (): Promise<vscode.Uri | undefined> =>
      vscode.Uri.joinPath(disk.folder, 'x.flow.json'),
    ),
    showInformationMessage: vi.fn(async (): Promise<string | undefined> => undefined),
    setStatusBarMessage: vi.fn(),
  };
  Object.assign(vscode.window, ui);
  const clipboard = { writeText: vi.fn(async () => undefined) };
  Object.assign(vscode.env, { clipboard });
  Object.assign(vscode.workspace, {
    workspaceFolders: undefined,
    asRelativePath: (uri: vscode.Uri) => uri.path.slice(1),
  });
  const previews: { active: unknown } = { active: undefined };
  const parts = { documents: window.documents, flows: window.flows, previews } as unknown as Parts;
  const run = (command: Command, args = ['what VS Code gave']) => command(parts, args);
  return { ...window, disk, ui, clipboard, previews, run };
}

const target = (value: FlowRef | undefined) => vi.mocked(flowTarget).mockResolvedValue(value);

beforeEach(() => {
  vi.useFakeTimers();
  target(ref);
});
afterEach(() => vi.useRealTimers());

describe.each([
  ['Open Flow JSON', flowOpenJson],
  ['Save Flow JSON As', flowSaveJsonAs],
  ['Copy Flow JSON', flowCopyJson],
])('%s', (_name, command) => {
  it('asks for the flow, and does nothing when none is picked', async () => {
    target(undefined);
    const { run, requests, tabs, disk, clipboard } = setUp();
    await run(command);
    expect(flowTarget).toHaveBeenCalledWith(expect.anything(), ['what VS Code gave']);
    expect([requests, tabs, disk.names(), clipboard.writeText.mock.calls]).toEqual([[], [], [], []]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const { run, notifications, tabs, disk, clipboard } = setUp(() => new Promise(() => undefined));
    const outcome = expect(run(command)).rejects.toBeInstanceOf(CancelledError);
    await vi.advanceTimersByTimeAsync(400);
    expect(notifications).toMatchObject([{ title: expect.stringContaining('Flow "Sign up" (42)') }]);
    notifications[0]!.cancel();
    await outcome;
    expect([tabs, disk.names(), clipboard.writeText.mock.calls]).toEqual([[], [], []]);
  });
});

describe('Open Flow JSON', () => {
  const other = { ...ref, flowId: '43' };

  it('from the palette asks for a flow, whichever is in front', async () => {
    vi.mocked(pickFlow).mockResolvedValueOnce(other);
    const { run, tabs } = setUp();
    await run(flowOpenJson, []);
    expect(tabs.map(({ uri }) => flowRefOf(uri))).toEqual([other]);
  });

  it('from the palette opens the flow of the preview in front', async () => {
    const { run, tabs, previews } = setUp();
    previews.active = {};
    await run(flowOpenJson, []);
    expect(tabs.map(({ uri }) => flowRefOf(uri))).toEqual([ref]);
  });
});

describe('Save Flow JSON As', () => {
  it('proposes the name of the flow in the first folder that can be written to', async () => {
    const { run, ui } = setUp();
    Object.assign(vscode.workspace, {
      workspaceFolders: [
        { uri: vscode.Uri.parse('vscode-vfs://github/a/b') },
        { uri: vscode.Uri.file('/project') },
      ],
    });
    await run(flowSaveJsonAs);
    expect(ui.showSaveDialog).toHaveBeenCalledWith(
      expect.objectContaining({ defaultUri: vscode.Uri.file('/project/Sign up.flow.json') }),
    );
  });

  it('proposes the home folder without a workspace, and the ID without a name', async () => {
    const { run, ui, names } = setUp();
    names.clear();
    await run(flowSaveJsonAs);
    const defaultUri = vscode.Uri.joinPath(vscode.Uri.file(homedir()), '42.flow.json');
    expect(ui.showSaveDialog).toHaveBeenCalledWith(expect.objectContaining({ defaultUri }));
  });

  it('asks CAMS for nothing when the dialog is closed', async () => {
    const { run, ui, requests } = setUp();
    ui.showSaveDialog.mockResolvedValueOnce(undefined);
    await run(flowSaveJsonAs);
    expect(requests).toEqual([]);
  });

  it('writes the bytes as they came and offers to open the file', async () => {
    const { run, ui, disk, executeCommand } = setUp(async () => '\ufeff{\r\n\t"a": 1}\n');
    const file = vscode.Uri.joinPath(disk.folder, 'x.flow.json');
    await run(flowSaveJsonAs);
    expect(await disk.fs.readFile(file)).toEqual(bytesOf('\ufeff{\r\n\t"a": 1}\n'));
    expect(ui.showInformationMessage).toHaveBeenCalledWith('Saved downloads/x.flow.json', 'Open');
    expect(executeCommand).not.toHaveBeenCalled();

    ui.showInformationMessage.mockResolvedValueOnce('Open');
    executeCommand.mockResolvedValueOnce(undefined);
    await run(flowSaveJsonAs);
    expect(executeCommand).toHaveBeenCalledWith('vscode.open', file);
  });

  it('writes nothing when the flow cannot be read', async () => {
    const { run, disk } = setUp(() => Promise.reject(notFound));
    await expect(run(flowSaveJsonAs)).rejects.toBe(notFound);
    expect(disk.names()).toEqual([]);
  });
});

describe('Copy Flow JSON', () => {
  it('copies the text without a byte order mark and says how much it was', async () => {
    const { run, clipboard, ui } = setUp(async () => `\ufeff{"title":"预约${'.'.repeat(1_500)}"}\r\n`);
    await run(flowCopyJson);
    expect(clipboard.writeText).toHaveBeenCalledWith(`{"title":"预约${'.'.repeat(1_500)}"}\r\n`);
    expect(ui.setStatusBarMessage).toHaveBeenCalledWith('Copied Flow "Sign up" (42): 1.5 KB', 5_000);
  });

  it('shows no progress for an instant', async () => {
    const { run, notifications } = setUp();
    await run(flowCopyJson);
    expect(notifications).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
