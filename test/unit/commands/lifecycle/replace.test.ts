import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { templates } from '../../../../src/templates/templates';
import { forbidStrayErrors } from '../../house/strays';
import { outsideTime, useFastTime } from '../../house/time';
import { buildHouse, flowNode, signIn, storedFlow, type House } from '../../house/walk';
import type { Window } from '../../house/window';
import type { StoredFlow } from '../../../simulator/state';
import { pick, press, requestsOf, told, walk, type Answer } from './walk';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;
let flow: StoredFlow;
let id: string;

const blank = templates()[0]!.text;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  await outsideTime(() => import('../../../../src/templates/templates'));
  id = await signIn(window, house.simulator.keys, 'Main');
  flow = storedFlow(house.simulator);
  flow.status = 'DRAFT';
});
afterEach(() => house.close());

const replace = (...answers: Answer[]) =>
  walk(window, 'camsFlows.flow.replaceJson', [flowNode(id, flow.id)], ...answers);
const withBlank = () => replace(pick(/^Blank/));

describe('Replace Flow JSON', () => {
  it('asks, keeps what lay there, writes, and brings an open tab up to date', async () => {
    const before = flow.json!;
    await window.run('camsFlows.flow.openJson', flowNode(id, flow.id));
    press(window, 'Replace');
    await withBlank();
    expect(flow.json).toBe(blank);
    expect(window.notifications[0]!.text).toMatch(/^Replace the JSON of Flow ".+" \(\d+\) by Blank Flow\?$/);
    expect(
      house.disk.texts.some((text) => text.startsWith('/storage/history') && text.endsWith(before)),
    ).toBe(true);
    await vi.waitFor(() => expect(window.editor.active!.text).toBe(blank));
  });

  it('changes nothing when the question is not answered', async () => {
    const before = flow.json;
    await withBlank();
    expect(flow.json).toBe(before);
    expect(requestsOf(house, 'UpdateFlowJSONAsset')).toBe(0);
  });

  it('asks nothing where there is no JSON yet', async () => {
    flow.json = undefined;
    await withBlank();
    expect(flow.json).toBe(blank);
    expect(window.notifications).toEqual([]);
  });

  it('sends nothing where the flow has the same JSON in another spelling', async () => {
    flow.json = JSON.stringify(JSON.parse(blank));
    await withBlank();
    expect(window.notifications).toEqual([]);
    expect(requestsOf(house, 'UpdateFlowJSONAsset')).toBe(0);
  });

  it('takes a file, byte for byte', async () => {
    const json = '{"version":"7.3",\r\n"screens":[]}';
    house.disk.files.set('/w/a.json', new TextEncoder().encode(json));
    window.saveTo = window.api.Uri.file('/w/a.json');
    press(window, 'Replace');
    await replace(pick(/^From File/));
    expect(flow.json).toBe(json);
  });

  it('asks again after a file that is no Flow JSON, and says why', async () => {
    house.disk.files.set('/w/a.json', new TextEncoder().encode('{ broken'));
    window.saveTo = window.api.Uri.file('/w/a.json');
    await replace(pick(/^From File/), (question) => question.escape());
    expect(window.notifications[0]!.text).toMatch(/a\.json is not Flow JSON/);
  });

  it('compares first, if the person likes, then asks again', async () => {
    window.press = ({ items }) =>
      items.includes('Compare') ? 'Compare' : items.find((item) => item === 'Replace');
    Object.assign(window.api.workspace, {
      openTextDocument: async () => ({ uri: window.api.Uri.parse('untitled:new') }),
    });
    await withBlank();
    expect(window.executed).toContain('vscode.diff');
    expect(window.notifications.map(({ items }) => items)).toEqual([['Replace', 'Compare'], ['Replace']]);
    expect(flow.json).toBe(blank);
  });

  it('asks again, and says so, when somebody else writes meanwhile', async () => {
    const theirs = '{"version":"7.3","screens":[],"theirs":true}';
    let asked = 0;
    window.press = ({ items }) => {
      if (!items.includes('Replace')) return undefined;
      if (++asked > 1) return undefined;
      flow.json = theirs;
      return 'Replace';
    };
    await withBlank();
    expect(flow.json).toBe(theirs);
    expect(asked).toBe(2);
    expect(
      window.seen.of('notification').some((text) => text.includes('has changed on CAMS meanwhile')),
    ).toBe(true);
  });

  it('goes into the tab where that has changes of its own, and CAMS is left alone', async () => {
    await window.run('camsFlows.flow.openJson', flowNode(id, flow.id));
    const before = flow.json;
    const document = Object.assign(window.editor.active!, { isDirty: true });
    document.text = '{ "my": "own" }';
    const edits: { text: string }[] = [];
    Object.assign(window.api.workspace, {
      applyEdit: async ({ replaced }: { replaced: { text: string }[] }) => edits.push(...replaced) > 0,
    });
    await withBlank();
    expect(edits.map(({ text }) => text)).toEqual([blank]);
    expect(flow.json).toBe(before);
    await told(window, /the new JSON is in its tab only/);
  });

  it('says before that a live flow goes back to a draft', async () => {
    flow.status = 'PUBLISHED';
    press(window, 'Replace');
    await withBlank();
    expect(window.seen.of('notification').find((text) => text.includes('"modal":true'))).toContain(
      'makes it a draft again',
    );
    expect(flow).toMatchObject({ status: 'DRAFT', json: blank });
  });

  it('is refused where the status does not allow it', async () => {
    flow.status = 'DEPRECATED';
    await replace();
    expect(window.notifications.at(-1)!.text).toMatch(/DEPRECATED: it cannot be changed/);
  });
});
