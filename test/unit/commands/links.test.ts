import { describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { NetworkError } from '../../../src/cams/errors';
import { linkAdd } from '../../../src/commands/linkAdd';
import { linkCompare } from '../../../src/commands/linkCompare';
import { linkOpenFlow } from '../../../src/commands/linkOpenFlow';
import { linkRemove } from '../../../src/commands/linkRemove';
import { linksCheck } from '../../../src/commands/linksCheck';
import { linksEnvironment } from '../../../src/commands/linksEnvironment';
import { newFlow } from '../../../src/commands/lifecycle/newFlow';
import { pickFlow } from '../../../src/commands/flowPick';
import { link } from '../links/fakeLinks';
import { linksHouse } from './linksHouse';

vi.mock('../../../src/commands/flowPick', () => ({ pickFlow: vi.fn() }));
vi.mock('../../../src/commands/lifecycle/newFlow', () => ({ newFlow: vi.fn() }));

const offline = new NetworkError({ operation: 'GetFlowJSONAssest', reason: 'unreachable' });

function setUp(status: Parameters<ReturnType<typeof linksHouse>['links']['set']>[1] = 'changedHere') {
  const it = linksHouse();
  const a = link('a', '1');
  it.links.set(a, 'neverCompared');
  it.links.found = () => status;
  it.disk.set(a.file.path, '{}');
  it.flows.put(a.ref!, { name: 'Sign up' });
  return { ...it, a };
}

describe('Compare', () => {
  it('looks at both sides and shows them, CAMS on the left', async () => {
    const { run, links, a, executeCommand } = setUp();
    await run(linkCompare, a.file);
    expect(links.checked).toEqual([a]);
    const [command, left, right, title] = executeCommand.mock.calls[0]!;
    expect([command, String(left), right]).toEqual([
      'vscode.diff',
      'cams-flow-version://a1/s1/1/remote/Sign%20up.flow.json',
      a.file,
    ]);
    expect(title).toBe('Sign up on CAMS (staging) ↔ flows/a.flow.json');
  });

  it('says of what is the same that it is', async () => {
    const { run, a, statusBar } = setUp('same');
    await run(linkCompare, a.file);
    expect(statusBar).toEqual(['flows/a.flow.json and Sign up are the same']);
  });

  it('offers to pull what is missing here, and to unlink what is missing there', async () => {
    const here = setUp('missingHere');
    here.presses.push('Pull');
    await here.run(linkCompare, here.a.file);
    expect(here.executeCommand).toHaveBeenCalledWith('camsFlows.link.pull', here.a.file);
    const there = setUp('missingThere');
    there.presses.push('Unlink…');
    await there.run(linkCompare, there.a.file);
    expect(there.executeCommand).toHaveBeenCalledExactlyOnceWith('camsFlows.link.remove', there.a.file);
  });

  it('fails with the reason why one side cannot be read', async () => {
    const { run, links, a } = setUp();
    links.check = async () => {
      links.set(a, 'unreadable', { error: offline });
      return [{ link: a, outcome: 'failed', error: offline }];
    };
    await expect(run(linkCompare, a.file)).rejects.toBe(offline);
  });
});

describe('Compare All', () => {
  it('goes over all links once, shown in the view, and says how many differ', async () => {
    const { run, links, statusBar, progress } = setUp();
    links.set(link('b'), 'neverCompared');
    links.found = ({ flowId }) => (flowId === '1' ? 'changedThere' : 'same');
    await run(linksCheck);
    expect(links.checked).toHaveLength(2);
    expect(statusBar).toEqual(['Linked files that differ from their flows: 1 of 2']);
    expect(progress).toEqual(['{"viewId":"camsFlows.changes"}', 'Comparing with staging']);
  });

  it('fails with the reason when nothing could be compared', async () => {
    const { run, links, a } = setUp();
    links.check = async () => [{ link: a, outcome: 'failed', error: offline }];
    await expect(run(linksCheck)).rejects.toBe(offline);
  });

  it('fails with the reason when it could not go on', async () => {
    const { run, links, a } = setUp();
    links.check = async () => [
      { link: a, outcome: 'same' },
      { link: link('b'), outcome: 'failed', error: offline },
      { link: link('c'), outcome: 'skipped', error: offline },
    ];
    await expect(run(linksCheck)).rejects.toBe(offline);
  });

  it('says how many could not be compared', async () => {
    const { run, links, a, statusBar } = setUp();
    links.check = async () => [
      { link: a, outcome: 'same' },
      { link: link('b'), outcome: 'failed', error: offline },
    ];
    await run(linksCheck);
    expect(statusBar).toEqual([expect.stringMatching(/differ.* not be compared: 1$/)]);
  });

  it('says how far it came when it is cancelled', async () => {
    const { run, links, sources, statusBar } = setUp();
    links.set(link('b'), 'neverCompared');
    links.found = () => {
      sources.forEach((source) => source.cancel());
      return 'same';
    };
    await run(linksCheck);
    expect(statusBar).toEqual(['Comparing was cancelled: 1 of 2 files were compared']);
  });
});

it('Choose Environment offers all and says which one is chosen', async () => {
  const { run, links, answers, questions } = setUp();
  links.environments = ['staging', 'production'];
  answers.push('production');
  await run(linksEnvironment);
  expect(questions[0]!.labels).toEqual(['staging', 'production']);
  expect(links.choose).toHaveBeenCalledExactlyOnceWith('production');
  await run(linksEnvironment);
  expect(links.choose).toHaveBeenCalledOnce();
});

it('Open Linked Flow opens its JSON, and says what is missing where it cannot', async () => {
  const { run, documents, links, a } = setUp();
  await run(linkOpenFlow, a.file);
  expect(documents.open).toHaveBeenCalledExactlyOnceWith(a.ref);
  links.set({ ...a, ref: undefined }, 'unreadable');
  await expect(run(linkOpenFlow, a.file)).rejects.toThrow('No account that is signed in has the space s1');
});

it('Unlink asks first', async () => {
  const { run, links, a, presses, notifications } = setUp();
  await run(linkRemove, a.file);
  expect(links.remove).not.toHaveBeenCalled();
  expect(notifications[0]).toMatchObject({ modal: true, detail: 'Neither a file nor a flow is changed.' });
  presses.push('Unlink');
  await run(linkRemove, a.file);
  expect(links.remove).toHaveBeenCalledExactlyOnceWith([a]);
});

describe('Link', () => {
  const ref = { accountId: 'a1', spaceId: 's1', flowId: '7' };
  const file = vscode.Uri.file('/work/x.flow.json');

  const added = ({ add }: ReturnType<typeof linksHouse>['links']) =>
    add.mock.calls.map(([file, { flowId }, environment]) => [file.path, flowId, environment]);

  function unlinked() {
    const it = setUp('same');
    it.links.states = [];
    it.disk.clear();
    it.disk.set(file.path, '{}');
    return it;
  }

  it('called on a flow asks for the file and for the name of the environment, and compares', async () => {
    const { run, links, answers, questions, statusBar } = unlinked();
    answers.push('x.flow.json', 'staging');
    await run(linkAdd, { kind: 'flow', ref });
    expect(questions.map(({ labels }) => labels)).toEqual([['New File…', 'x.flow.json'], []]);
    expect(questions[1]!.value).toBe('shop');
    expect(added(links)).toEqual([['/work/x.flow.json', '7', 'staging']]);
    expect(links.choose).toHaveBeenCalledWith('staging');
    expect(statusBar).toEqual(['The file x.flow.json is linked to the flow 7 in staging.']);
  });

  it('asks for no environment where the manifest has one for the space', async () => {
    const { run, links, answers } = unlinked();
    links.spaces = new Map([
      ['production', 's2'],
      ['draft', 's1'],
    ]);
    answers.push('x.flow.json');
    await run(linkAdd, { kind: 'flow', ref });
    expect(added(links)).toEqual([['/work/x.flow.json', '7', 'draft']]);
  });

  it('takes no name for an environment that is another space', async () => {
    const { run, links, answers, questions } = unlinked();
    links.spaces = new Map([['shop', 's2']]);
    answers.push('x.flow.json', 'shop-2');
    await run(linkAdd, { kind: 'flow', ref });
    expect(questions[1]!.value).toBe('shop-2');
    expect(added(links)).toEqual([['/work/x.flow.json', '7', 'shop-2']]);
  });

  it('pulls the flow into a new file', async () => {
    const { run, links, answers } = unlinked();
    const place = vscode.Uri.file('/work/flows/new.json');
    vi.mocked(vscode.window.showSaveDialog).mockResolvedValueOnce(place);
    answers.push('New File…', 'staging');
    await run(linkAdd, { kind: 'flow', ref });
    const added = vscode.Uri.file('/work/flows/new.flow.json');
    expect(links.add.mock.calls[0]![0].path).toBe(added.path);
    expect(links.pulled).toHaveLength(1);
  });

  it('called on a file asks for the flow, and offers what to do where the two differ', async () => {
    const { run, links, answers, presses, notifications, executeCommand } = unlinked();
    links.found = () => 'conflict';
    vi.mocked(pickFlow).mockResolvedValueOnce(ref);
    answers.push('Flow on CAMS…', 'staging');
    presses.push('Compare');
    await run(linkAdd, file);
    expect(notifications[0]).toMatchObject({
      text: 'The file x.flow.json is linked to the flow 7 in staging. The two differ.',
      items: ['Compare', 'Merge…'],
    });
    await Promise.resolve();
    expect(executeCommand).toHaveBeenCalledWith('camsFlows.link.compare', file);
  });

  it('can create the flow from the file', async () => {
    const { run, links, answers } = unlinked();
    vi.mocked(newFlow).mockResolvedValueOnce(ref);
    answers.push('New Flow from This File…', 'staging');
    await run(linkAdd, file);
    expect(vi.mocked(newFlow).mock.calls[0]![1].source).toMatchObject({ label: 'x.flow.json' });
    expect(added(links)).toEqual([['/work/x.flow.json', '7', 'staging']]);
  });

  it('replaces an earlier link only when the person says so', async () => {
    const { run, links, answers, presses } = unlinked();
    links.elsewhere = ['draft'];
    links.spaces = new Map([['draft', 's1']]);
    answers.push('x.flow.json');
    await run(linkAdd, { kind: 'flow', ref });
    expect(links.add).not.toHaveBeenCalled();
    answers.push('x.flow.json');
    presses.push('Link to This Flow Instead');
    await run(linkAdd, { kind: 'flow', ref });
    expect(links.add).toHaveBeenCalledOnce();
  });

  it.each([0, 1])('does nothing when the person leaves after %i answers', async (count) => {
    const { run, links, answers } = unlinked();
    answers.push(...['x.flow.json'].slice(0, count));
    await run(linkAdd, { kind: 'flow', ref });
    expect(links.add).not.toHaveBeenCalled();
  });

  it('needs a folder that is open, and a file of flows', async () => {
    const { run, notifications } = unlinked();
    await expect(run(linkAdd, vscode.Uri.file('/work/x.json'))).rejects.toThrow(
      'The file x.json cannot be linked to a flow.',
    );
    Object.assign(vscode.workspace, { workspaceFolders: undefined });
    await run(linkAdd, file);
    expect(notifications[0]!.text).toBe('Open a folder first: files in it can be linked to flows.');
  });
});
