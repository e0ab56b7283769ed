import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Uri } from 'vscode';
import { commandIds } from '../../../src/commands/ids';
import { forbidStrayErrors } from './strays';
import { inTime, outsideTime, useFastTime } from './time';
import { accountNode, buildHouse, flowNode, signIn, spaceNode, storedFlow, type House } from './walk';
import type { Window } from './window';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  await outsideTime(() => import('../../../src/language/language'));
});
afterEach(() => house.close());

/** What other extensions and key bindings may hand over. */
const junk: readonly (readonly [name: string, args: readonly unknown[]])[] = [
  ['nothing', []],
  ['undefined', [undefined]],
  ['null', [null]],
  ['a text', ['junk']],
  ['a number', [42]],
  ['a list', [[]]],
  ['an object', [{}]],
  ['a function', [() => undefined]],
  ['rows without content', [{ kind: 'flow' }]],
  ['a space without content', [{ kind: 'space', ref: null }]],
  ['an account without content', [{ kind: 'account' }]],
  ['an account of another type', [{ kind: 'account', accountId: 7 }]],
  ['a fact without content', [{ kind: 'fact', fact: 'status' }]],
  ['a note without content', [{ kind: 'note', reason: '' }]],
  ['a note on nothing', [{ kind: 'note', parent: {}, reason: '' }]],
  ['a flow of another type', [{ kind: 'flow', ref: { accountId: 1, spaceId: 2, flowId: 3 } }]],
  ['an empty reference', [{ accountId: '', spaceId: '', flowId: '' }]],
  ['a reference of nobody', [{ accountId: 'nobody', spaceId: 'none', flowId: '1' }]],
  ['a reference to the prototype', [{ accountId: '__proto__', spaceId: '__proto__', flowId: '__proto__' }]],
  ['a row of nobody', [{ kind: 'flow', ref: { accountId: 'nobody00aa', spaceId: '', flowId: '1' } }]],
  ['a space of nobody', [{ kind: 'space', ref: { accountId: 'nobody00aa', spaceId: 'x' } }]],
  ['an account of nobody', [{ kind: 'account', accountId: 'nobody00aa' }]],
  ['a file', [Uri.file('/somewhere/package.json')]],
  ['a flow file of nobody', [Uri.parse('cams-flow://nobody00aa/-/1/x.flow.json')]],
  ['a broken flow file', [Uri.parse('cams-flow://a/~/~GG/x.flow.json')]],
  ['many things', [null, {}, 'x', 4]],
];

/** Runs a command for a person who closes every question, and answers what they were told. */
async function runAndLeave(id: (typeof commandIds)[number], args: readonly unknown[]): Promise<string[]> {
  const before = window.notifications.length;
  let over = false;
  const running = window.run(id, ...args).finally(() => (over = true));
  const leaving = (async () => {
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await window.escapeAll();
    }
  })();
  await inTime(id, Promise.all([running, leaving]));
  return window.notifications.slice(before).map(({ text }) => text);
}

/** A sentence, which may begin with the name of a file. */
const sentence = /^([A-Z“"]|\S+\.\w+ ).*[.?!)]$/;

function expectSentences(told: readonly string[]): void {
  for (const text of told) {
    if (!text.startsWith('Saved ')) expect(text).toMatch(sentence);
    expect(text).not.toMatch(/undefined|\bnull\b|\[object|went wrong inside|\{\d\}/);
  }
}

describe.each(commandIds)('%s', (id) => {
  it('ends in something a person understands, signed out, whatever it is called with', async () => {
    for (const [name, args] of junk) {
      expectSentences(await runAndLeave(id, args));
      expect(house.simulator.requests.all, `asked CAMS because of ${name}`).toEqual([]);
    }
  });

  it('ends in something a person understands, signed in, whatever it is called with', async () => {
    for (const [, args] of junk) {
      if ([...house.storage.secretTexts.keys()].length === 0) {
        await signIn(window, house.simulator.keys, 'Main');
        await signIn(window, house.simulator.logins.readOnly, 'Second');
      }
      expectSentences(await runAndLeave(id, args));
      for (const panel of [...window.panels]) panel.dispose();
      window.editor.closeAll();
    }
  });
});

it('leaves the accounts as they were when every command is called with junk', async () => {
  await signIn(window, house.simulator.keys, 'Main');
  await signIn(window, house.simulator.logins.readOnly, 'Second');
  const before = JSON.stringify([...house.storage.values]);
  for (const id of commandIds) for (const [, args] of junk) await runAndLeave(id, args);
  expect(JSON.stringify([...house.storage.values])).toBe(before);
});

it('does what it is for, with what the menus hand over', async () => {
  const id = await signIn(window, house.simulator.keys, 'Main');
  await window.listed(spaceNode(id));
  window.saveTo = window.api.Uri.file('/saved');
  const nodes = [accountNode(id), spaceNode(id), flowNode(id, storedFlow(house.simulator).id)];
  // Signing out comes last.
  const ids = [...commandIds].sort((a, b) => Number(a.includes('signOut')) - Number(b.includes('signOut')));
  for (const command of ids) for (const node of nodes) expectSentences(await runAndLeave(command, [node]));
});
