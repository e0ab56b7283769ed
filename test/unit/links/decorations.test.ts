import { describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { Decorations } from '../../../src/links/decorations';
import { statuses } from '../../../src/links/linkLooks';
import { FakeLinks, link } from './fakeLinks';

function setUp() {
  const links = new FakeLinks();
  const changed = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  const fired = vi.fn();
  changed.event(fired);
  return { links, fired, decorations: new Decorations(links, changed) };
}

describe('the letter behind a linked file', () => {
  it('is one of its own for each status that somebody has to do something about', async () => {
    const { links, decorations } = setUp();
    const letters = new Map<string, string | undefined>();
    for (const status of statuses) {
      const { file } = links.set(link(status), status).link;
      letters.set(status, (await decorations.provideFileDecoration(file))?.badge);
    }
    expect(Object.fromEntries(letters)).toEqual({
      conflict: '!',
      changedHere: '↑',
      changedThere: '↓',
      missingHere: undefined,
      missingThere: '✗',
      unreadable: '?',
      neverCompared: undefined,
      same: undefined,
    });
  });

  it('says in words what it means, and reaches up to the folder for a conflict only', async () => {
    const { links, decorations } = setUp();
    const conflict = links.set(link('a'), 'conflict').link.file;
    const changed = links.set(link('b'), 'changedHere').link.file;
    expect(await decorations.provideFileDecoration(conflict)).toMatchObject({
      tooltip: 'Flow in staging: changed on both sides',
      propagate: true,
    });
    expect(await decorations.provideFileDecoration(changed)).toMatchObject({ propagate: false });
  });

  it('is none for a file that is not linked, once the manifests have been read', async () => {
    const { links, decorations } = setUp();
    const file = vscode.Uri.file('/elsewhere/x.flow.json');
    expect(await decorations.provideFileDecoration(file)).toBeUndefined();
    expect(links.load).toHaveBeenCalledOnce();
  });
});

it('tells VS Code which files changed, or that all may have', () => {
  const { links, fired } = setUp();
  const { file } = link('a');
  links.set(link('a'), 'same');
  links.fire();
  expect(fired.mock.calls).toEqual([[[file]], [undefined]]);
});
