import * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desk, settle } from './desk';
import { booking, text } from './playing';

const A = 'file:///work/flows/booking.flow.json';
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) }));
afterEach(() => vi.useRealTimers());

async function opened(uri = A) {
  const it = desk();
  const document = it.openEditor(uri, text(booking));
  await it.previews.open(undefined);
  const panel = it.panels[0]!;
  panel.active = true;
  panel.order({ type: 'ready' });
  await settle();
  return { ...it, document, panel, active: it.previews.active! };
}

describe('pictures', () => {
  it('are drawn by the page and saved beside the flow', async () => {
    const { panel, active, showSaveDialog, writeFile, showInformationMessage, executeCommand } =
      await opened();
    active.picture('screen', 'save');
    expect(panel.last('draw')).toEqual({ type: 'draw', screens: null, then: 'save', parcels: {} });
    const file = vscode.Uri.parse('file:///work/flows/mine.png');
    showSaveDialog.mockResolvedValueOnce(file);
    showInformationMessage.mockResolvedValueOnce('Show in Folder');
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(showSaveDialog.mock.lastCall?.[0]).toMatchObject({
      defaultUri: vscode.Uri.parse('file:///work/flows/booking-ASK.png'),
      filters: { PNG: ['png'] },
    });
    expect(writeFile).toHaveBeenCalledExactlyOnceWith(file, png);
    expect(showInformationMessage).toHaveBeenCalledExactlyOnceWith(
      'Saved work/flows/mine.png',
      'Open',
      'Show in Folder',
    );
    expect(executeCommand).toHaveBeenLastCalledWith('revealFileInOS', file);
  });

  it('show all screens', async () => {
    const { panel, active, showSaveDialog } = await opened();
    active.picture('all', 'save');
    expect(panel.last('draw')?.screens?.map((one) => one.screen?.id)).toEqual(['ASK', 'TIMES', 'DONE']);
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(showSaveDialog.mock.lastCall?.[0]).toMatchObject({
      defaultUri: vscode.Uri.parse('file:///work/flows/booking-screens.png'),
    });
  });

  it('of a flow on CAMS lie in the usual folder', async () => {
    const { panel, showSaveDialog } = await opened('cams-flow://a/-/1/My%20flow.flow.json');
    panel.order({ type: 'picture', of: 'screen', then: 'save' });
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(showSaveDialog.mock.lastCall?.[0]).toMatchObject({
      defaultUri: vscode.Uri.parse('file:///work/My-flow-ASK.png'),
    });
  });

  it('that nobody has asked for are not saved, nor those that nobody wants in the end', async () => {
    const { panel, active, showSaveDialog, writeFile } = await opened();
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(showSaveDialog).not.toHaveBeenCalled();
    active.picture('screen', 'save');
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(writeFile).not.toHaveBeenCalled();
  });

  it('are not shown in a folder that is on another computer', async () => {
    const { panel, active, showSaveDialog, showInformationMessage } = await opened();
    Object.assign(vscode.env, { uiKind: vscode.UIKind.Web });
    showSaveDialog.mockResolvedValueOnce(vscode.Uri.parse('file:///work/flows/mine.png'));
    active.picture('screen', 'save');
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(showInformationMessage).toHaveBeenCalledExactlyOnceWith('Saved work/flows/mine.png', 'Open');
  });

  it('that cannot be written are told of in the panel', async () => {
    const { panel, active, showSaveDialog, writeFile } = await opened();
    showSaveDialog.mockResolvedValueOnce(vscode.Uri.parse(A));
    writeFile.mockRejectedValueOnce(new Error('The disk is full.'));
    active.picture('screen', 'save');
    panel.order({ type: 'drawn', png, then: 'save' });
    await settle();
    expect(panel.last('say')?.message.args[0]).toMatch(/^The disk is full\./);
  });
});

it('exports the log as JSON', async () => {
  const { active, showSaveDialog, writeFile } = await opened();
  showSaveDialog.mockResolvedValueOnce(vscode.Uri.parse('file:///work/flows/log.json'));
  await active.exportLog();
  expect(showSaveDialog.mock.lastCall?.[0]).toMatchObject({
    defaultUri: vscode.Uri.parse('file:///work/flows/booking-log.json'),
  });
  const [, bytes] = writeFile.mock.lastCall!;
  expect(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown).not.toThrow();
});

it('goes to the screen that the person picks', async () => {
  const { panel, active, showQuickPick } = await opened();
  showQuickPick.mockImplementationOnce(async (items) => (items as unknown[])[2]);
  await active.pickScreen();
  await settle();
  expect(showQuickPick.mock.lastCall?.[0]).toEqual([
    { id: 'ASK', label: 'ASK', description: 'Your name · in front · entry' },
    { id: 'TIMES', label: 'TIMES', description: 'TIMES' },
    { id: 'DONE', label: 'DONE', description: 'DONE · terminal' },
  ]);
  expect(panel.screen).toBe('DONE');
  await active.pickScreen();
  expect(panel.screen).toBe('DONE');
});

it('starts again, with another round', async () => {
  const { panel, active } = await opened();
  panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
  active.restart();
  await settle();
  expect(panel.component('full_name').input?.value).toBeNull();
  expect(panel.picture.round).toBe(1);
});

it('turns the inspect tool on', async () => {
  const { panel, active } = await opened();
  active.toggleInspect();
  expect(panel.last('inspect')).toEqual({ type: 'inspect' });
});

it.each([
  ['openHosted', 'camsFlows.flow.preview'],
  ['openMap', 'camsFlows.flowMap.open'],
  ['connect', 'camsFlows.endpoint.connect'],
  ['disconnect', 'camsFlows.endpoint.disconnect'],
  ['checkEndpoint', 'camsFlows.endpoint.check'],
  ['endpointKeys', 'camsFlows.endpoint.keys'],
] as const)('runs the command behind %s for the flow', async (button, command) => {
  const { panel, executeCommand, document } = await opened();
  panel.order({ type: 'press', button });
  await settle();
  expect(executeCommand).toHaveBeenCalledExactlyOnceWith(command, document.uri);
});

it('opens the text, also one that was closed', async () => {
  const { panel, document, showTextDocument, close, files } = await opened();
  panel.order({ type: 'press', button: 'openText' });
  await settle();
  expect(showTextDocument.mock.lastCall?.[0]).toBe(document);
  close(document);
  await settle();
  panel.order({ type: 'press', button: 'openText' });
  await settle();
  expect(panel.last('say')?.message.args[0]).toMatch(/^"booking.flow.json" could not be opened\./);
  files.set(A, text(booking));
  panel.order({ type: 'press', button: 'openText' });
  await settle();
  expect(panel.screen).toBe('ASK');
});

it('says whether there is a hosted preview to compare with', async () => {
  const { panel, onCams, previews } = await opened();
  expect(panel.picture.hosted).toBe(false);
  onCams.add(A);
  previews.active!.restart();
  await settle();
  expect(panel.picture.hosted).toBe(true);
});

it('answers, supplies and steps back as the page says', async () => {
  const { panel, lines } = await opened();
  panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
  await settle();
  panel.order({ type: 'act', event: { is: 'tapped', key: panel.component('Footer').key } });
  await settle();
  expect(panel.last('waiting')?.waiting).toMatchObject({ by: 'person' });
  panel.order({ type: 'answer', answer: { screen: 'TIMES', data: {} }, keep: false });
  await settle();
  expect(panel.screen).toBe('TIMES');
  panel.order({ type: 'supply', screen: 'TIMES', text: '{' });
  panel.order({ type: 'preset', is: 'apply', name: 'none' });
  panel.order({ type: 'fault', fault: '421' });
  panel.order({ type: 'press', button: 'cancelRequest' });
  panel.order({ type: 'press', button: 'openMocks' });
  panel.order({ type: 'press', button: 'exportLog' });
  panel.order({ type: 'restart', keepData: false });
  panel.order({ type: 'stepBack', number: 0 });
  await settle();
  expect(panel.screen).toBe('ASK');
  expect(lines).toEqual([]);
});
