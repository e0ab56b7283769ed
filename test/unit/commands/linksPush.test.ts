import { describe, expect, it } from 'vitest';
import { PermissionError } from '../../../src/cams/errors';
import { linkPull } from '../../../src/commands/linkPull';
import { linkPush } from '../../../src/commands/linkPush';
import { linksPullAll } from '../../../src/commands/linksPullAll';
import { linksPushAll } from '../../../src/commands/linksPushAll';
import type { Link, LinkStatus } from '../../../src/links/types';
import { link } from '../links/fakeLinks';
import { linksHouse } from './linksHouse';

const denied = new PermissionError({ operation: 'UpdateFlowJSONAsset', action: 'cams:UpdateFlowJSONAsset' });

function setUp(...names: string[]) {
  const it = linksHouse();
  const all = names.map((name) => link(name));
  for (const each of all) {
    it.links.set(each, 'changedHere');
    it.disk.set(each.file.path, `{"name":"${each.flowId}"}`);
    it.flows.put(each.ref!, { status: 'DRAFT', name: `Flow ${each.flowId}` });
  }
  const files = all.map(({ file }) => file);
  const pushed = () => it.links.pushed.map(({ flowId }) => flowId);
  return { ...it, all, pushed, push: () => it.run(linkPush, files[0], files) };
}

describe('pushing one file to a draft', () => {
  it('asks nothing and says so in the status bar', async () => {
    const { push, pushed, notifications, statusBar } = setUp('a');
    await push();
    expect(pushed()).toEqual(['a']);
    expect(notifications).toEqual([]);
    expect(statusBar).toEqual(['Pushed flows/a.flow.json to Flow a (staging)']);
  });

  it('offers to merge or compare where the flow has changed too', async () => {
    const { push, links, presses, executeCommand, notifications, all } = setUp('a');
    links.outcome = (link) => ({ link, outcome: 'conflict' });
    presses.push('Merge…');
    await push();
    expect(notifications[0]).toMatchObject({
      text: 'The file flows/a.flow.json was not pushed: it and its flow have both changed.',
      items: ['Merge…', 'Compare'],
    });
    await Promise.resolve();
    expect(executeCommand).toHaveBeenCalledWith('camsFlows.link.merge', all[0]!.file);
  });

  it('fails with the reason', async () => {
    const { push, links } = setUp('a');
    links.outcome = (link) => ({ link, outcome: 'failed', error: denied });
    await expect(push()).rejects.toBe(denied);
  });

  it('fails with the reason when it was done and the manifest does not say so', async () => {
    const { push, links } = setUp('a');
    const error = new Error('disk full');
    links.outcome = (link) => ({ link, outcome: 'done', error });
    await expect(push()).rejects.toBe(error);
  });
});

describe('before anything is sent', () => {
  it('texts that are only in editors are saved, or nothing happens', async () => {
    const { push, pushed, presses, notifications, edit, all } = setUp('a', 'b');
    const document = edit(all[0]!, 'x');
    presses.push(undefined);
    await push();
    expect(pushed()).toEqual([]);
    expect(notifications[0]).toMatchObject({ modal: true, text: 'Save your changes first?' });
    presses.push('Save', 'Push');
    await push();
    expect(document.save).toHaveBeenCalledOnce();
    expect(pushed()).toEqual(['a', 'b']);
  });

  it('nothing is pushed when an editor cannot be saved', async () => {
    const { push, pushed, presses, edit, all } = setUp('a');
    edit(all[0]!, 'x').save.mockResolvedValueOnce(false);
    presses.push('Save');
    await push();
    expect(pushed()).toEqual([]);
  });

  it('a person is asked once about all files with errors, and can leave these out', async () => {
    const { push, pushed, presses, notifications, errors, disk, all } = setUp('a', 'b', 'c');
    for (const { file } of all.slice(0, 2)) errors.set(disk.get(file.path)!, 3);
    presses.push('Leave These Out');
    await push();
    expect(pushed()).toEqual(['c']);
    expect(notifications[0]).toMatchObject({
      text: '2 of 3 files have errors.',
      modal: true,
      items: ['Push All', 'Leave These Out'],
      detail: expect.stringContaining('flows/a.flow.json, flows/b.flow.json'),
    });
  });

  it.each([
    ['block', ['Leave These Out']],
    ['ask', ['Push All', 'Leave These Out']],
  ])('the setting "%s" decides what is offered', async (value, items) => {
    const { push, pushed, presses, notifications, errors, disk, all, setWithErrors } = setUp('a', 'b');
    setWithErrors(value);
    errors.set(disk.get(all[0]!.file.path)!, 1);
    presses.push(undefined);
    await push();
    expect(notifications[0]!.items).toEqual(items);
    expect(pushed()).toEqual([]);
  });

  it('the setting "block" refuses when nothing is left, "allow" does not even look', async () => {
    const { push, pushed, errors, disk, all, setWithErrors } = setUp('a');
    errors.set(disk.get(all[0]!.file.path)!, 1);
    setWithErrors('block');
    await expect(push()).rejects.toThrow('The file flows/a.flow.json has errors.');
    setWithErrors('allow');
    await push();
    expect(pushed()).toEqual(['a']);
  });

  it('one question names how many, where to, and which flows are live', async () => {
    const { push, pushed, presses, notifications, flows, all } = setUp('a', 'b', 'c');
    flows.put(all[1]!.ref!, { status: 'PUBLISHED', name: 'Sign up' });
    presses.push(undefined);
    await push();
    expect(pushed()).toEqual([]);
    expect(notifications).toEqual([
      expect.objectContaining({
        text: 'Push 3 files to staging (Shop)?',
        modal: true,
        detail: expect.stringMatching(/^Published: Sign up\. /),
      }),
    ]);
  });

  it('one file for a published flow needs a yes, whose status is read where it is not known', async () => {
    const { push, pushed, presses, notifications, flows, all } = setUp('a');
    flows.known.clear();
    flows.read.mockResolvedValueOnce({ ref: all[0]!.ref!, added: false, status: 'PUBLISHED' });
    presses.push('Push');
    await push();
    expect(flows.read).toHaveBeenCalledOnce();
    expect(notifications[0]).toMatchObject({
      text: 'Push to the published flow a in staging (Shop)?',
      modal: true,
    });
    expect(pushed()).toEqual(['a']);
  });

  it('a status that cannot be read does not stand in the way: the push says why it fails', async () => {
    const { push, pushed, flows } = setUp('a');
    flows.known.clear();
    flows.read.mockRejectedValueOnce(denied);
    await push();
    expect(pushed()).toEqual(['a']);
  });

  it('the account is asked for where several have the space', async () => {
    const { run, links, pushed } = setUp();
    const reachable = link('a');
    const unknown: Link = { ...reachable, ref: undefined };
    links.set(unknown, 'neverCompared');
    links.found = () => {
      links.states = [{ link: reachable, status: 'changedHere' }];
      return 'changedHere';
    };
    await run(linkPush, unknown.file);
    expect(links.checked).toHaveLength(1);
    expect(pushed()).toEqual(['a']);
  });
});

describe('a run over many', () => {
  it('is told in one sentence when all went well', async () => {
    const { push, presses, statusBar, reports, links } = setUp('a', 'b', 'c');
    links.outcome = (link) => ({ link, outcome: link.flowId === 'b' ? 'same' : 'done' });
    presses.push('Push');
    await push();
    expect(statusBar).toEqual(['Linked files: 2 pushed, 1 the same.']);
    expect(reports).toEqual([]);
  });

  it('reports what was not done and why, and tries just that again', async () => {
    const { push, pushed, presses, links, reports, notifications, statusBar } = setUp('a', 'b', 'c');
    let isAllowed = false;
    links.outcome = (link) => {
      if (link.flowId === 'b' && !isAllowed) {
        isAllowed = true;
        return { link, outcome: 'failed', error: denied };
      }
      return { link, outcome: link.flowId === 'c' ? 'conflict' : 'done' };
    };
    presses.push('Push', 'Try the Failed Again');
    await push();
    expect(pushed()).toEqual(['a', 'b', 'c', 'b']);
    expect(statusBar).toEqual(['Pushed flows/b.flow.json to Flow b (staging)']);
    expect(notifications[1]).toMatchObject({
      text: 'Linked files: 1 pushed, 1 changed on both sides, 1 failed.',
      items: ['Try the Failed Again'],
    });
    expect(reports[0]).toMatch(/^# Push of linked files to staging\n/);
    expect(reports[0]).toMatch(
      /## Failed \(1\)\n\n.+\n.+\n\| flows\/b\.flow\.json \| Flow b \| b \| .*cams:UpdateFlowJSONAsset/,
    );
    expect(reports[0]).toMatch(/## Changed on both sides.+\(1\)/);
    expect(reports[0]).toMatch(/## Pushed \(1\)/);
  });

  it('can be cancelled: what is done stays done, and that is told', async () => {
    const { push, presses, links, sources, statusBar } = setUp('a', 'b', 'c');
    links.outcome = (link) => {
      sources.at(-1)!.cancel();
      return { link, outcome: 'done' };
    };
    presses.push('Push');
    await push();
    expect(statusBar).toEqual(['Linked files: 1 pushed, 2 not tried.']);
  });

  it('names of files and flows are text in the report', async () => {
    const { push, presses, links, reports } = setUp('a|b', 'c');
    links.outcome = (link) => ({ link, outcome: 'failed', error: denied });
    presses.push('Push', undefined);
    await push();
    expect(reports[0]).toContain('a\\|b.flow.json');
  });
});

describe('Push All', () => {
  it('pushes what may have changed here, and nothing that is known to be the same', async () => {
    const { run, links, pushed, presses } = setUp();
    const statuses: LinkStatus[] = [
      'same',
      'changedHere',
      'changedThere',
      'conflict',
      'neverCompared',
      'missingHere',
    ];
    for (const status of statuses) links.set(link(status), status);
    presses.push('Push');
    await run(linksPushAll);
    expect(pushed()).toEqual(['changedHere', 'conflict', 'neverCompared']);
  });

  it('says when there is nothing', async () => {
    const { run, links, notifications } = setUp();
    links.set(link('a'), 'same');
    await run(linksPushAll);
    expect(notifications[0]!.text).toMatch(/^There is nothing to push/);
  });
});

describe('pulling', () => {
  it('brings the flow into its file and says so', async () => {
    const { run, links, all, statusBar } = setUp('a');
    await run(linkPull, all[0]!.file);
    expect(links.pulled).toEqual(all);
    expect(statusBar).toEqual(['Pulled Flow a into flows/a.flow.json']);
  });

  it('all flows needs a yes', async () => {
    const { run, links, presses, notifications } = setUp('a', 'b');
    await run(linksPullAll);
    expect(links.pulled).toEqual([]);
    expect(notifications[0]).toMatchObject({ text: 'Pull 2 flows from staging (Shop)?', modal: true });
    presses.push('Pull');
    await run(linksPullAll);
    expect(links.pulled).toHaveLength(2);
  });
});
