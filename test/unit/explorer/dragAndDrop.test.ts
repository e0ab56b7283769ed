import { describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { flowRefOf, flowUri } from '../../../src/documents/flowUri';
import { FlowDragAndDrop } from '../../../src/explorer/dragAndDrop';
import type { Node } from '../../../src/explorer/nodes';
import type { FlowRef } from '../../../src/flows/types';

const ref = (flowId: string, spaceId = 's1'): FlowRef => ({ accountId: 'a1', spaceId, flowId });
const flow = (flowId: string): Node => ({ kind: 'flow', ref: ref(flowId) });
const space: Node = { kind: 'space', ref: { accountId: 'a1', spaceId: 's1' } };

/** A disk of files by their size, and folders. */
function setUp(disk: Readonly<Record<string, number | 'folder'>> = {}) {
  const executeCommand = vi.fn(async () => undefined);
  const ui = {
    showInformationMessage: vi.fn(async (): Promise<string | undefined> => undefined),
    showWarningMessage: vi.fn(async (): Promise<string | undefined> => undefined),
  };
  Object.assign(vscode.commands, { executeCommand });
  Object.assign(vscode.window, ui);
  const stat = async ({ path }: vscode.Uri) => {
    const there = disk[path];
    if (there === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return there === 'folder'
      ? { type: vscode.FileType.Directory, size: 0 }
      : { type: vscode.FileType.File, size: there };
  };
  Object.assign(vscode.workspace, { fs: { stat } });
  const dragAndDrop = new FlowDragAndDrop({
    uriOf: (ref) => flowUri(ref, `Flow ${ref.flowId}`),
    refOf: flowRefOf,
  });
  const drop = (node: Node | undefined, ...lines: string[]) => {
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(lines.join('\r\n')));
    return dragAndDrop.handleDrop(node, data);
  };
  return { dragAndDrop, drop, executeCommand, ...ui };
}

describe('dragging', () => {
  it('takes the documents of flows along, and nothing of other rows', async () => {
    const { dragAndDrop } = setUp();
    const data = new vscode.DataTransfer();
    dragAndDrop.handleDrag([flow('1'), space, flow('2')], data);
    expect(await data.get('text/uri-list')!.asString()).toBe(
      'cams-flow://a1/s1/1/Flow%201.flow.json\r\ncams-flow://a1/s1/2/Flow%202.flow.json',
    );
    const nothing = new vscode.DataTransfer();
    dragAndDrop.handleDrag([space], nothing);
    expect([...nothing]).toEqual([]);
  });
});

describe('dropping files', () => {
  it('creates a flow of one, in the space it was dropped onto', async () => {
    const { drop, executeCommand, showInformationMessage } = setUp({ '/x.flow.json': 10 });
    await drop(space, 'file:///x.flow.json');
    const file = vscode.Uri.file('/x.flow.json');
    expect(executeCommand).toHaveBeenCalledExactlyOnceWith('camsFlows.flow.create', space, { file });
    expect(showInformationMessage).not.toHaveBeenCalled();
  });

  it('asks first about several, then creates one after the other', async () => {
    const { drop, executeCommand, showInformationMessage } = setUp({ '/a.json': 1, '/b.json': 1 });
    await drop(space, 'file:///a.json', '# a remark', 'file:///b.json', '');
    expect(executeCommand).not.toHaveBeenCalled();
    showInformationMessage.mockResolvedValueOnce('Create');
    await drop(space, 'file:///a.json', 'file:///b.json');
    expect(executeCommand).toHaveBeenCalledTimes(2);
    expect(showInformationMessage.mock.calls[0]).toEqual([
      'Create 2 flows from these files?',
      expect.objectContaining({ modal: true }),
      'Create',
    ]);
  });

  it.each([
    ['a folder', '/folder', '"folder" is a folder. Drop files with Flow JSON.'],
    ['no JSON', '/x.png', '"x.png" is no JSON file. Drop files with Flow JSON.'],
    ['too large', '/big.json', '"big.json" is too large: CAMS takes at most 10 MB.'],
    ['gone', '/gone.json', '"gone.json" cannot be read, so no flow was created from it.'],
  ])('says of what is %s why it becomes no flow, and takes the rest', async (_what, path, sentence) => {
    const disk = {
      '/folder': 'folder',
      '/x.png': 1,
      '/big.json': 10 * 1024 * 1024 + 1,
      '/good.json': 1,
    } as const;
    const { drop, executeCommand, showWarningMessage } = setUp(disk);
    await drop(space, `file://${path}`, 'file:///good.json');
    expect(showWarningMessage).toHaveBeenCalledExactlyOnceWith(sentence);
    expect(executeCommand).toHaveBeenCalledOnce();
  });

  it('from the desktop works where VS Code knows their path, and says so where it does not', async () => {
    const { dragAndDrop, executeCommand, showWarningMessage } = setUp({ '/x.json': 1 });
    const dropFile = (uri: vscode.Uri | undefined) => {
      const data = new vscode.DataTransfer();
      const item = new vscode.DataTransferItem('');
      item.asFile = () => ({ name: 'x.json', uri, data: async () => new Uint8Array() });
      data.set('files', item);
      return dragAndDrop.handleDrop(space, data);
    };
    await dropFile(vscode.Uri.file('/x.json'));
    expect(executeCommand).toHaveBeenCalledOnce();
    await dropFile(undefined);
    expect(showWarningMessage).toHaveBeenCalledOnce();
    expect(executeCommand).toHaveBeenCalledOnce();
  });

  it('does nothing for what is no file at all', async () => {
    const { drop, executeCommand, showWarningMessage } = setUp();
    await drop(space, 'no address');
    await drop(undefined);
    expect(executeCommand).not.toHaveBeenCalled();
    expect(showWarningMessage).not.toHaveBeenCalled();
  });
});

describe('dropping flows', () => {
  it('within their space means nothing, into another one offers a clone', async () => {
    const { drop, executeCommand, showInformationMessage } = setUp();
    await drop(flow('2'), flowUri(ref('1')).toString());
    await drop(space, flowUri(ref('1')).toString());
    expect(showInformationMessage).not.toHaveBeenCalled();
    showInformationMessage.mockResolvedValueOnce('Clone Flow…');
    await drop(space, flowUri(ref('1', 's2')).toString());
    expect(executeCommand).toHaveBeenCalledExactlyOnceWith('camsFlows.flow.clone', ref('1', 's2'));
  });
});
