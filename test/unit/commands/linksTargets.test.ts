import { describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { linkTargets } from '../../../src/commands/linking/targets';
import { folder, link } from '../links/fakeLinks';
import { linksHouse } from './linksHouse';

function setUp() {
  const it = linksHouse();
  const [a, b, c] = [link('a', '1'), link('more/b', '2'), link('more/c', '3')];
  it.links.set(a, 'changedHere');
  it.links.set(b, 'changedHere');
  it.links.set(c, 'conflict');
  const targets = async (...args: unknown[]) =>
    (await linkTargets(it.parts, args, 'Which?'))?.map(({ flowId }) => flowId);
  const row = (of: typeof a) => ({ kind: 'link', state: it.links.of(of.file) });
  return { ...it, a, b, c, targets, row };
}

describe('what a command of links is about', () => {
  it('is what it was called on: a row, a file, all files below a folder, a flow, all of a status', async () => {
    const { targets, row, a, b } = setUp();
    expect(await targets(row(a))).toEqual(['1']);
    expect(await targets(b.file)).toEqual(['2']);
    expect(await targets(vscode.Uri.joinPath(folder, 'more'))).toEqual(['2', '3']);
    expect(await targets({ kind: 'flow', ref: a.ref })).toEqual(['1']);
    expect(await targets(a.ref)).toEqual(['1']);
    expect(await targets({ kind: 'group', status: 'changedHere' })).toEqual(['1', '2']);
  });

  it('is all that was selected with it, each once', async () => {
    const { targets, row, a, b, c } = setUp();
    expect(
      await targets(
        row(a),
        [row(a), row(c)].map((each) => each),
      ),
    ).toEqual(['1']);
    const [first, second] = [row(a), row(c)];
    expect(await targets(first, [first, second])).toEqual(['1', '3']);
    const more = vscode.Uri.joinPath(folder, 'more');
    expect(await targets(more, [more, b.file])).toEqual(['2', '3']);
  });

  it('is else the linked file in front of the person', async () => {
    const { targets, b } = setUp();
    Object.assign(vscode.window, { activeTextEditor: { document: { uri: b.file } } });
    expect(await targets()).toEqual(['2']);
    expect(await targets('junk')).toEqual(['2']);
  });

  it('is else what the person picks, or nothing', async () => {
    const { targets, answers, questions } = setUp();
    answers.push('c.flow.json');
    expect(await targets()).toEqual(['3']);
    expect(questions[0]!.labels).toEqual(['a.flow.json', 'b.flow.json', 'c.flow.json']);
    expect(await targets()).toBeUndefined();
  });

  it('is, for a row drawn before, the link as it stands now', async () => {
    const { parts, links, row, a } = setUp();
    const drawn = row(a);
    links.set({ ...a, synced: 'newer' }, 'same');
    expect((await linkTargets(parts, [drawn], ''))?.[0]?.synced).toBe('newer');
  });
});

describe('what is not linked', () => {
  it('gets a sentence, and the offer to link it', async () => {
    const { targets, notifications, presses, executeCommand } = setUp();
    presses.push('Link a File…');
    const file = vscode.Uri.file('/work/x.flow.json');
    expect(await targets(file)).toBeUndefined();
    expect(notifications[0]!.text).toBe(
      'Nothing in x.flow.json is linked to a WhatsApp Flow in the environment staging.',
    );
    await Promise.resolve();
    expect(executeCommand).toHaveBeenCalledWith('camsFlows.link.add', file);
  });

  it('here but in another environment is told so', async () => {
    const { targets, links, notifications } = setUp();
    links.elsewhere = ['production'];
    await targets(vscode.Uri.file('/work/x.flow.json'));
    expect(notifications[0]).toMatchObject({
      text: 'The file x.flow.json is linked to a WhatsApp Flow in production, but not in the chosen environment staging.',
      items: ['Choose Environment…', 'Link a File…'],
    });
  });

  it('at all in this workspace is told so', async () => {
    const { targets, links, notifications } = setUp();
    links.states = [];
    expect(await targets()).toBeUndefined();
    expect(notifications[0]!.text).toBe('No file of this workspace is linked to a WhatsApp Flow yet.');
  });
});
