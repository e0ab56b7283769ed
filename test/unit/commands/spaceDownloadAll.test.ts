import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Parts } from '../../../src/commands/command';
import { spaceTarget } from '../../../src/commands/accountTarget';
import { spaceDownloadAll } from '../../../src/commands/spaceDownloadAll';
import { NetworkError, NotFoundError, PermissionError } from '../../../src/cams/errors';
import type { Flow, FlowRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { bytesOf } from '../documents/house';
import { memoryFiles } from '../documents/memoryFiles';

vi.mock('../../../src/commands/accountTarget', () => ({ spaceTarget: vi.fn() }));

const space = { accountId: 'a1', spaceId: 's1' };
const notFound = new NotFoundError({ operation: 'GetFlowJSONAssest', requestId: 'R-1' });

function setUp() {
  const disk = memoryFiles();
  const flows: Flow[] = ['1', '2', '3'].map((flowId) => ({
    ref: { ...space, flowId },
    name: `Flow ${flowId}`,
    added: false,
  }));
  const remote = new Map<string, Error | (() => void)>();
  const requests: string[] = [];
  const sources: vscode.CancellationTokenSource[] = [];
  const reports: string[] = [];
  const refresh = vi.fn(async () => undefined);
  const ui = {
    showOpenDialog: vi.fn(async (): Promise<vscode.Uri[] | undefined> => [disk.folder]),
    showQuickPick: vi.fn(async (items: { label: string }[]): Promise<unknown> => items[0]),
    showInformationMessage: vi.fn(async (): Promise<string | undefined> => undefined),
    showWarningMessage: vi.fn(async (): Promise<string | undefined> => undefined),
    setStatusBarMessage: vi.fn(),
    showTextDocument: vi.fn(async () => undefined),
    withProgress: (_options: object, task: (progress: object, token: unknown) => Promise<unknown>) => {
      const source = new vscode.CancellationTokenSource();
      sources.push(source);
      return task({ report: () => undefined }, source.token);
    },
  };
  Object.assign(vscode.window, ui);
  Object.assign(vscode.workspace, {
    workspaceFolders: undefined,
    asRelativePath: (uri: vscode.Uri) => uri.path,
    getWorkspaceFolder: () => undefined,
    openTextDocument: async ({ content }: { content: string }) => reports.push(content),
  });
  const executeCommand = vi.fn(async () => undefined);
  Object.assign(vscode.commands, { executeCommand });
  const parts = {
    accounts: { get: () => ({ label: 'Acme', spaces: [{ id: 's1', label: 'Shop' }] }) },
    flows: { store: () => ({ flows, refresh }), onDidChange: () => ({ dispose: () => undefined }) },
    documents: {
      download: async ({ flowId }: FlowRef, { signal }: { signal: AbortSignal }) => {
        requests.push(flowId);
        const event = remote.get(flowId);
        if (event instanceof Error) throw event;
        event?.();
        if (signal.aborted) throw new CancelledError();
        return bytesOf(flowId);
      },
    },
  } as unknown as Parts;
  return {
    disk,
    flows,
    remote,
    requests,
    sources,
    reports,
    refresh,
    ui,
    executeCommand,
    run: () => spaceDownloadAll(parts, []),
  };
}

beforeEach(() => void vi.mocked(spaceTarget).mockResolvedValue(space));

describe('Download All Flows', () => {
  it('lists the flows anew, downloads them and says so in one sentence', async () => {
    const { run, refresh, disk, ui, reports } = setUp();
    await run();
    expect(refresh).toHaveBeenCalledOnce();
    expect(disk.writes()).toHaveLength(3);
    expect(ui.showInformationMessage).toHaveBeenCalledWith('Flows: 3 written.', 'Open Folder');
    expect(ui.showQuickPick).not.toHaveBeenCalled();
    expect(reports).toEqual([]);
  });

  it('opens the folder on demand', async () => {
    const { run, ui, executeCommand, disk } = setUp();
    ui.showInformationMessage.mockResolvedValueOnce('Open Folder');
    await run();
    await vi.waitFor(() =>
      expect(executeCommand).toHaveBeenCalledWith('vscode.openFolder', disk.folder, { forceNewWindow: true }),
    );
  });

  it.each(['space', 'folder', 'extent'])('does nothing when no %s is chosen', async (step) => {
    const { run, ui, disk, requests, refresh } = setUp();
    if (step === 'extent') {
      await run();
      requests.length = 0;
      refresh.mockClear();
    }
    if (step === 'space') vi.mocked(spaceTarget).mockResolvedValueOnce(undefined);
    ui.showOpenDialog.mockResolvedValueOnce(step === 'folder' ? undefined : [disk.folder]);
    ui.showQuickPick.mockResolvedValueOnce(undefined);
    await run();
    expect(requests).toEqual([]);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('asks what to do with an earlier download: what is missing, or everything again', async () => {
    const { run, ui, disk, requests } = setUp();
    await run();
    await disk.remove('Flow 2.2.flow.json');
    requests.length = 0;
    await run();
    expect(requests).toEqual(['2']);
    ui.showQuickPick.mockImplementationOnce(async (items: { label: string }[]) => items[1]);
    requests.length = 0;
    await run();
    expect(requests).toEqual(['1', '2', '3']);
  });

  it('reports what failed and why, and tries just that again', async () => {
    const { run, ui, remote, reports, requests, disk } = setUp();
    remote.set('2', notFound);
    ui.showWarningMessage.mockImplementationOnce(async () => {
      remote.clear();
      requests.length = 0;
      return 'Retry Failed';
    });
    await run();
    expect(ui.showWarningMessage).toHaveBeenCalledWith('Flows: 2 written, 1 failed.', 'Retry Failed');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('# Download of the WhatsApp Flows of Shop');
    expect(reports[0]).toMatch(/\| Flow 2 \| 2 \| .+R-1/);
    expect(requests).toEqual(['2']);
    expect(disk.text('Flow 2.2.flow.json')).toBe('2');
    expect(ui.showInformationMessage).toHaveBeenCalledWith('Flows: 1 written.', 'Open Folder');
  });

  it('reports files that were kept, without anything to try again', async () => {
    const { run, ui, disk, reports } = setUp();
    await run();
    await disk.put('Flow 2.2.flow.json', 'mine');
    await run();
    expect(ui.showWarningMessage).toHaveBeenCalledExactlyOnceWith(
      'Flows: 0 written, 2 unchanged, 1 kept as you changed them.',
    );
    expect(reports[0]).toContain('Flow 2.2.flow.json');
  });

  it('says when cancelled that the same folder goes on, and nothing more', async () => {
    const { run, ui, remote, sources, reports, flows } = setUp();
    const last = flows.at(-1)!.ref.flowId;
    remote.set(last, () => sources[1]!.cancel());
    await run();
    expect(ui.setStatusBarMessage).toHaveBeenCalledWith(
      'Flows: 2 written, 1 not tried. Download into the same folder to go on.',
      10_000,
    );
    expect(ui.showWarningMessage).not.toHaveBeenCalled();
    expect(reports).toEqual([]);
  });

  it('downloads the flows added by ID when the key may not list, and says that there may be more', async () => {
    const { run, refresh, reports, disk } = setUp();
    refresh.mockRejectedValueOnce(new PermissionError({ operation: 'ListFlow', action: 'cams:ListFlow' }));
    await run();
    expect(disk.writes()).toHaveLength(3);
    expect(reports[0]).toMatch(/The list may be incomplete: .*cams:ListFlow/);
  });

  it('fails when the flows cannot be listed for any other reason', async () => {
    const { run, refresh, requests } = setUp();
    const offline = new NetworkError({ operation: 'ListFlow', reason: 'unreachable' });
    refresh.mockRejectedValueOnce(offline);
    await expect(run()).rejects.toBe(offline);
    expect(requests).toEqual([]);
  });
});
