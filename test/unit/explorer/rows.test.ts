import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { NetworkError, NotFoundError } from '../../../src/cams/errors';
import { setContextKey } from '../../../src/platform/contextKeys';
import { account, summaries, turns } from '../flows/house';
import { house, type House } from './house';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  setContextKey('camsFlows.empty', '');
  setContextKey('camsFlows.filtered', false);
  vi.useRealTimers();
});

const details = {
  flowId: '1',
  flowName: 'Sign up',
  categories: ['SIGN_UP', 'OTHER'],
  status: 'PUBLISHED',
  jsonVersion: '7.2',
  dataApiVersion: '3.0',
  endpointUri: 'https://flows.example/endpoint',
  preview: { url: 'https://secret.example/?token=planted', expires: 1 },
};

/** A sidebar with these flows, its background quiet: the view is hidden again. */
async function listed(...ids: (string | number)[]): Promise<House> {
  const it = house();
  await it.show();
  await it.cams.lists[0]!.answer(summaries(...ids));
  if (ids.length > 0) await it.cams.lists[0]!.answer([]);
  await it.draw();
  it.view.show(false);
  await vi.advanceTimersByTimeAsync(20_000);
  it.drawn.length = 0;
  it.cams.asked.length = 0;
  return it;
}

async function read(it: House, answer: { flowId: string; status?: string }) {
  const reading = it.store.read(answer.flowId);
  await turns();
  await it.cams.reads[0]!.answer(answer);
  await reading;
}

const token = () => new vscode.CancellationTokenSource().token;

describe('the row of a flow', () => {
  it.each([
    ['DRAFT', 'flow draft'],
    ['PUBLISHED', 'flow published'],
    ['DEPRECATED', 'flow deprecated'],
    ['THROTTLED', 'flow throttled'],
    ['BLOCKED', 'flow blocked'],
    ['IN_REVIEW', 'flow other'],
    ['account space expired added', 'flow other'],
    [undefined, 'flow unknown'],
  ])('says %s', async (status, context) => {
    const it = await listed(1);
    await read(it, { flowId: '1', status });
    const item = it.itemOf(await it.flowNode('1'));
    expect(item).toMatchObject({
      label: 'Flow 1',
      description: `1 · ${status ?? 'unknown'}`,
      contextValue: context,
      accessibilityInformation: { label: `Flow 1, status ${status ?? 'unknown'}, ID 1` },
    });
    expect(item.tooltip).toBeUndefined();
  });

  it('has a shape of its own for each status', async () => {
    const it = await listed(1);
    const icons: string[] = [];
    for (const status of ['DRAFT', 'PUBLISHED', 'DEPRECATED', 'THROTTLED', 'BLOCKED', 'OTHER', undefined]) {
      await read(it, { flowId: '1', status });
      icons.push((it.itemOf(await it.flowNode('1')).iconPath as vscode.ThemeIcon).id);
    }
    expect(new Set(icons).size).toBe(7);
  });

  it('opens the JSON', async () => {
    const it = await listed(1);
    const node = await it.flowNode('1');
    expect(it.itemOf(node).command).toMatchObject({ command: 'camsFlows.flow.openJson', arguments: [node] });
  });

  it('stands for a flow without a name by its ID', async () => {
    const it = await listed();
    await it.store.add('77');
    expect(await it.draw()).toEqual(['77 [unknown]']);
    expect(it.itemOf(await it.flowNode('77')).contextValue).toBe('flow unknown added');
  });

  it('is drawn anew alone when its status comes', async () => {
    const it = await listed(1, 2, 3);
    await read(it, { flowId: '1', status: 'DRAFT' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(it.drawn).toEqual([await it.flowNode('1')]);
  });

  it('makes the list anew when that moves it', async () => {
    const it = await listed(1, 2, 3);
    await it.explorer.setOrder('status');
    await it.draw();
    it.drawn.length = 0;
    await read(it, { flowId: '3', status: 'DRAFT' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(it.drawn).toContain(undefined);
    expect((await it.draw())[0]).toBe('Flow 3 [3 · DRAFT]');
  });
});

describe('context values', () => {
  interface Menu {
    command: string;
    when: string;
  }
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { menus: { 'view/item/context': Menu[] } };
  };
  /** The commands that the manifest offers on a row. */
  const commandsFor = (value: string | undefined) =>
    new Set(
      manifest.contributes.menus['view/item/context']
        .filter(({ when }) => when.includes('view == camsFlows.flows'))
        .filter(({ when }) => new RegExp(/viewItem =~ \/(.*)\//.exec(when)![1]!).test(value ?? ''))
        .map(({ command }) => command.replace('camsFlows.', '')),
    );
  const flowCommands = ['flow.openJson', 'flow.preview', 'flow.copyId', 'flow.refresh', 'flow.openConsole'];

  it('bring up the menus of the manifest', async () => {
    const it = house([account('a', ['s1', 's2']), account('b', ['s1'], { state: 'refused' })]);
    await it.flows.store({ accountId: 'a', spaceId: 's1' }).add('1');
    await it.show();
    const [a, b] = await it.children();
    const [space] = await it.children(a);
    const flow = await it.flowNode('1', space);
    const commandsOn = (node: typeof a) => [...commandsFor(it.itemOf(node!).contextValue)];
    expect(commandsOn(a)).toEqual(
      expect.arrayContaining([
        'account.renew',
        'account.rename',
        'account.signOut',
        'flows.refresh',
        'space.add',
      ]),
    );
    expect(commandsOn(a)).not.toContain('space.rename');
    expect(commandsOn(b)).toEqual(expect.arrayContaining(['account.renew', 'space.rename', 'flow.add']));
    expect(commandsOn(space)).toEqual(
      expect.arrayContaining([
        'flow.add',
        'space.downloadAll',
        'space.rename',
        'space.remove',
        'flows.refresh',
      ]),
    );
    expect(commandsOn(space)).not.toContain('account.renew');
    expect(commandsOn(flow)).toEqual(expect.arrayContaining([...flowCommands, 'flow.forget']));
    expect(commandsOn(flow)).not.toContain('flows.refresh');
  });

  it('offer to remove only what was added', async () => {
    const it = await listed(1);
    expect(commandsFor(it.itemOf(await it.flowNode('1')).contextValue)).not.toContain('flow.forget');
  });

  it('offer nothing on facts and notes', async () => {
    const it = await listed(1);
    const node = await it.flowNode('1');
    const [note] = await it.children(node);
    await turns();
    await it.cams.reads[0]!.answer(details);
    for (const row of [note, ...(await it.children(node))]) {
      expect(commandsFor(it.itemOf(row!).contextValue)).toEqual(new Set());
    }
  });
});

describe('an expanded flow', () => {
  it('reads the flow in the lane of a person and then shows its facts', async () => {
    const it = await listed(1);
    const node = await it.flowNode('1');
    const [loading] = await it.children(node);
    expect(it.itemOf(loading!)).toMatchObject({ label: 'Loading…', contextValue: 'note' });
    await turns();
    expect(it.cams.reads[0]).toMatchObject({ what: '1', lane: 'person' });
    await it.cams.reads[0]!.answer(details);
    await vi.advanceTimersByTimeAsync(100);
    expect(it.drawn).toContain(node);
    const rows = (await it.children(node)).map((each) => it.itemOf(each));
    expect(rows.map(({ label, description, tooltip }) => [label, description, tooltip])).toEqual([
      ['Categories', 'SIGN_UP, OTHER', 'SIGN_UP, OTHER'],
      ['JSON version', '7.2', '7.2'],
      ['Data API version', '3.0', '3.0'],
      ['Endpoint', 'https://flows.example/endpoint', 'https://flows.example/endpoint'],
    ]);
  });

  it('shows a dash where the service said nothing', async () => {
    const it = await listed(1);
    await read(it, { flowId: '1' });
    const rows = (await it.children(await it.flowNode('1'))).map((each) => it.itemOf(each).description);
    expect(rows).toEqual(['OTHER', '–', '–', '–']);
  });

  it('says why the flow could not be read, and does not ask again and again', async () => {
    const it = await listed(1);
    const node = await it.flowNode('1');
    await it.children(node);
    await turns();
    await it.cams.reads[0]!.fail(new NotFoundError({ operation: 'GetFlow', requestId: 'REQ-1' }));
    for (let time = 0; time < 3; time++) await it.children(node);
    const [note] = await it.children(node);
    expect(it.itemOf(note!).label).toContain('has no flow with this ID');
    expect(it.itemOf(note!).tooltip).toContain('REQ-1');
    expect(it.cams.asked).toEqual(['1']);
  });
});

describe('the tooltip', () => {
  const hover = async (it: House, cancelled = token()) => {
    const node = await it.flowNode('1');
    return it.explorer.resolveTreeItem(it.itemOf(node), node, cancelled);
  };
  const textOf = (item: vscode.TreeItem) =>
    (item.tooltip as vscode.MarkdownString).value.replace(/\\(.)/g, '$1').replaceAll('**', '');

  it('waits for an unknown flow and says all of GetFlow but the link, with the age', async () => {
    const it = await listed(1);
    const hovering = hover(it);
    await turns();
    expect(it.cams.reads[0]).toMatchObject({ lane: 'person' });
    await it.cams.reads[0]!.answer(details);
    const text = textOf(await hovering);
    for (const word of [
      'Sign up',
      '1',
      'PUBLISHED',
      'SIGN_UP, OTHER',
      '7.2',
      '3.0',
      'flows.example/endpoint',
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain('Read from CAMS just now. Last listed just now.');
    expect(text).not.toContain('planted');
  });

  it('does not wait for what is known, but asks anew when it is not fresh', async () => {
    const it = await listed(1);
    await read(it, details);
    await hover(it);
    expect(it.cams.asked).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(7_200_000);
    const text = textOf(await hover(it));
    expect(text).toContain('Read from CAMS 2 hours ago. Last listed 2 hours ago.');
    expect(it.cams.asked).toEqual(['1', '1']);
  });

  it('does not wait longer than the person', async () => {
    const it = await listed(1);
    const source = new vscode.CancellationTokenSource();
    const hovering = hover(it, source.token);
    await turns();
    source.cancel();
    expect(textOf(await hovering)).toContain('Not read from CAMS yet.');
  });

  it('says why the flow could not be read', async () => {
    const it = await listed(1);
    const hovering = hover(it);
    await turns();
    await it.cams.reads[0]!.fail(new NetworkError({ operation: 'GetFlow', reason: 'timeout' }));
    expect(textOf(await hovering)).toContain('Could not be read just now: No answer came in time.');
  });

  it('is made anew every minute, as ages grow', async () => {
    const it = await listed(1);
    await read(it, details);
    await hover(it);
    it.view.show(true);
    await vi.advanceTimersByTimeAsync(10_000);
    it.drawn.length = 0;
    await vi.advanceTimersByTimeAsync(50_200);
    expect(it.drawn).toContain(await it.flowNode('1'));
    it.view.show(false);
  });
});

describe('sorting and filtering', () => {
  const setUp = async () => {
    const it = await listed(30, 4, 5);
    for (const [flowId, flowName, status] of [
      ['30', 'flow 10', 'PUBLISHED'],
      ['4', 'Flow 9', 'DRAFT'],
      ['5', 'élan', undefined],
    ] as const) {
      await read(it, { flowId, flowName, status } as typeof details);
    }
    return it;
  };
  const names = async (it: House) => (await it.draw()).map((line) => line.replace(/ \[.*/, ''));

  it('is by name at first: as people count and spell', async () => {
    expect(await names(await setUp())).toEqual(['élan', 'Flow 9', 'flow 10']);
  });

  it('is by ID and by status on demand, at once and after a restart', async () => {
    const it = await setUp();
    await it.explorer.setOrder('id');
    expect(it.drawn.at(-1)).toBeUndefined();
    expect(await names(it)).toEqual(['Flow 9', 'élan', 'flow 10']);
    await it.explorer.setOrder('status');
    expect(await names(it)).toEqual(['Flow 9', 'flow 10', 'élan']);
    const next = house(undefined, { disk: it.disk, state: it.state });
    expect(next.explorer.order).toBe('status');
    expect(next.explorer.filter).toBe('');
  });

  it.each([
    ['FLOW', 2],
    ['flow 9', 1],
    ['30', 1],
    ['draft', 1],
    ['unknown', 1],
    ['flow published', 1],
    ['  ', 3],
  ])('by %o leaves %d', async (filter, count) => {
    const it = await setUp();
    it.explorer.setFilter(filter);
    expect(await names(it)).toHaveLength(count);
    if (filter.trim() !== '') expect(it.view.message).toBe(`Filter “${filter}”: ${count} of 3`);
  });

  it('lets a flow in when its status begins to match', async () => {
    const it = await setUp();
    it.explorer.setFilter('blocked');
    await it.draw();
    it.drawn.length = 0;
    await read(it, { flowId: '4', status: 'BLOCKED' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.drawn).toContain(undefined);
    expect(await it.draw()).toHaveLength(1);
  });
});

describe('reveal', () => {
  it('selects the row, and clears a filter that hides it', async () => {
    const it = await listed(1, 2);
    it.explorer.setFilter('Flow 2');
    await it.draw();
    expect(await it.explorer.reveal({ accountId: 'a', spaceId: 's1', flowId: '1' })).toBe(true);
    expect(it.explorer.filter).toBe('');
    expect(it.view.reveal).toHaveBeenCalledWith(await it.flowNode('1'), { select: true, focus: true });
  });

  it('keeps a filter that shows it', async () => {
    const it = await listed(1, 2);
    it.explorer.setFilter('Flow 2');
    await it.explorer.reveal({ accountId: 'a', spaceId: 's1', flowId: '2' });
    expect(it.explorer.filter).toBe('Flow 2');
  });

  it('says so when the list has no such flow', async () => {
    const it = await listed(1);
    expect(await it.explorer.reveal({ accountId: 'a', spaceId: 's1', flowId: '9' })).toBe(false);
    expect(it.view.reveal).not.toHaveBeenCalled();
  });

  it('tells VS Code of a flow just added before it asks for its row', async () => {
    const it = await listed(1);
    await it.store.add('9');
    it.view.reveal.mockImplementation(async () => {
      expect(it.drawn).toContain(undefined);
    });
    expect(await it.explorer.reveal({ accountId: 'a', spaceId: 's1', flowId: '9' })).toBe(true);
    expect(it.view.reveal).toHaveBeenCalledOnce();
  });
});
