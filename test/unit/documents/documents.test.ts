import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotFoundError } from '../../../src/cams/errors';
import { flowUri } from '../../../src/documents/flowUri';
import { CancelledError } from '../../../src/platform/cancellation';
import { bytesOf, house, ref } from './house';

const notFound = new NotFoundError({ operation: 'GetFlowJSONAssest' });

/** Never answers; the request ends when it is cancelled. */
const silence = () => new Promise<string>(() => undefined);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('opening a flow', () => {
  it('costs one GetFlowJSONAssest with its download, and shows the tab under the name of the flow', async () => {
    const { documents, tabs, requests, flows } = house();
    await documents.open(ref);
    expect(requests).toEqual([{ flowId: '42', custSpaceId: 's1' }]);
    expect(flows.read).not.toHaveBeenCalled();
    expect(tabs.map(({ uri }) => uri.path)).toEqual(['/s1/42/Sign up.flow.json']);
  });

  it('leaves the space out for the default space', async () => {
    const { documents, requests } = house();
    await documents.open({ ...ref, spaceId: '' });
    expect(requests).toEqual([{ flowId: '42', custSpaceId: undefined }]);
  });

  it('asks for the name of a flow that is in no list, and does without when that fails', async () => {
    const { documents, tabs, flows } = house();
    flows.read.mockResolvedValueOnce({ ref, name: 'From GetFlow', added: true });
    await documents.open({ ...ref, flowId: '43' });
    flows.read.mockRejectedValueOnce(notFound);
    await documents.open({ ...ref, flowId: '44' });
    expect(tabs.map(({ uri }) => uri.path)).toEqual(['/s1/43/From GetFlow.flow.json', '/s1/44/44.flow.json']);
  });

  it('does not wait long for a name', async () => {
    const { documents, tabs, flows } = house();
    flows.read.mockReturnValueOnce(new Promise(() => undefined));
    const opening = documents.open({ ...ref, flowId: '43' });
    await vi.advanceTimersByTimeAsync(1_000);
    await opening;
    expect(tabs.map(({ uri }) => uri.path)).toEqual(['/s1/43/43.flow.json']);
  });

  it('shows no progress for an instant, then a notification that goes away', async () => {
    let answer!: (text: string) => void;
    const { documents, notifications } = house(() => new Promise((resolve) => (answer = resolve)));
    const opening = documents.open(ref);
    await vi.advanceTimersByTimeAsync(399);
    expect(notifications).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(notifications).toMatchObject([{ title: 'Opening Flow "Sign up" (42)', ended: false }]);
    answer('{}');
    await opening;
    await vi.advanceTimersByTimeAsync(0);
    expect(notifications).toMatchObject([{ ended: true }]);
  });

  it('opens nothing when it is cancelled in the notification', async () => {
    const { documents, notifications, tabs, executeCommand } = house(silence);
    const opening = documents.open(ref);
    const outcome = expect(opening).rejects.toBeInstanceOf(CancelledError);
    await vi.advanceTimersByTimeAsync(400);
    notifications[0]!.cancel();
    await outcome;
    expect(tabs).toEqual([]);
    expect(executeCommand).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('opens nothing when the caller cancels, and can be tried again at once', async () => {
    const answers = [silence, async () => '{}'];
    const { documents, tabs } = house(() => answers.shift()!());
    const controller = new AbortController();
    const opening = documents.open(ref, controller.signal);
    controller.abort();
    await expect(opening).rejects.toBeInstanceOf(CancelledError);
    await documents.open(ref);
    expect(tabs).toHaveLength(1);
  });

  it('is one opening when it is asked for twice', async () => {
    const { documents, tabs, requests } = house();
    await Promise.all([documents.open(ref), documents.open(ref)]);
    expect(requests).toHaveLength(1);
    expect(tabs).toHaveLength(1);
  });

  it('comes to the front where it is open already, also under an older name, without a request', async () => {
    const { documents, openTab, executeCommand, requests, names } = house();
    const uri = flowUri(ref, 'Older name');
    await openTab(uri, 2);
    await openTab(flowUri({ ...ref, flowId: '7' }, 'Other'), 2);
    requests.length = 0;
    names.set('42', 'New name');
    await documents.open(ref);
    expect(requests).toEqual([]);
    expect(executeCommand).toHaveBeenCalledExactlyOnceWith('vscode.open', uri, { viewColumn: 2 });
  });

  it.each([
    ['beside a preview that is in front', 'mainThreadWebview-camsFlows.preview', 1],
    ['beside a local preview that is in front', 'mainThreadWebview-camsFlows.localPreview', 1],
    ['beside a map that is in front', 'mainThreadWebview-camsFlows.flowMap', 1],
    ['in the group in front when that shows something else', 'mainThreadWebview-other', undefined],
  ])('opens %s', async (_, viewType, viewColumn) => {
    const { documents, openTab, panels, executeCommand } = house();
    panels.push({ viewType, viewColumn: 2 });
    await openTab(flowUri({ ...ref, flowId: '7' }, 'Other'), 1);
    await documents.open(ref);
    expect(executeCommand.mock.calls.map(([, , options]) => options)).toEqual([{ viewColumn }]);
  });

  it('opens in the group in front when previews are all there is', async () => {
    const { documents, panels, executeCommand } = house();
    panels.push({ viewType: 'mainThreadWebview-camsFlows.preview', viewColumn: 1 });
    await documents.open(ref);
    expect(executeCommand.mock.calls.map(([, , options]) => options)).toEqual([{ viewColumn: undefined }]);
  });

  it('shows a tab that says why a flow cannot be read, without asking CAMS a second time', async () => {
    const { documents, tabs, requests, textDocuments } = house(() => Promise.reject(notFound));
    await documents.open(ref);
    expect(tabs).toHaveLength(1);
    expect(textDocuments).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  it('tries again, with progress, where the tab says that the flow could not be read', async () => {
    let answer!: (text: string) => void;
    const answers = [
      () => Promise.reject(notFound),
      () => new Promise<string>((resolve) => (answer = resolve)),
    ];
    const { documents, tabs, notifications, requests } = house(() => answers.shift()!());
    await documents.open(ref);
    const again = documents.open(ref);
    await vi.advanceTimersByTimeAsync(400);
    expect(notifications).toHaveLength(1);
    answer('{}');
    await again;
    expect(requests).toHaveLength(2);
    expect(tabs).toHaveLength(1);
    expect(await documents.text(ref)).toEqual(bytesOf('{}'));
  });
});

describe('the text of a flow', () => {
  it('is downloaded byte for byte, with the options of the caller', async () => {
    const seen = vi.fn(async () => '\ufeff{\r\n}\n');
    const { documents } = house(seen);
    const options = { lane: 'background' } as const;
    expect(await documents.text(ref, options)).toEqual(bytesOf('\ufeff{\r\n}\n'));
    expect(seen).toHaveBeenCalledWith({ flowId: '42', custSpaceId: 's1' }, options);
  });

  it('is that of the open tab, without a request', async () => {
    const { documents, requests } = house();
    await documents.open(ref);
    vi.advanceTimersByTime(3_600_000);
    expect(await documents.text(ref)).toEqual(bytesOf('{"version":"7.2"}'));
    expect(requests).toHaveLength(1);
  });

  it('is read anew when the tab has been closed', async () => {
    const answers = ['{"a":1}', '{"a":2}'];
    const { documents, close } = house(async () => answers.shift()!);
    await documents.open(ref);
    close(ref);
    expect(await documents.text(ref)).toEqual(bytesOf('{"a":2}'));
  });
});
