import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templates } from '../../../../src/templates/templates';
import { forbidStrayErrors } from '../../house/strays';
import { outsideTime, pass, until, useFastTime } from '../../house/time';
import {
  accountNode,
  buildHouse,
  flowNode,
  rowOf,
  signIn,
  SPACE,
  spaceNode,
  type House,
} from '../../house/walk';
import type { Window } from '../../house/window';
import type { StoredFlow } from '../../../simulator/state';
import { flowsOf, press, requestsOf, told } from './walk';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;
let id: string;
let flow: StoredFlow;

const good = templates().find(({ category }) => category === 'SURVEY')!.text;
const wrong = good.replace('"REASONS": []', '"REASONS": ["NOWHERE"]');

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  await outsideTime(() => import('../../../../src/language/language'));
  id = await signIn(window, house.simulator.keys, 'Main');
  flow = add('Mine');
});
afterEach(() => house.close());

function add(name: string, parts: Partial<StoredFlow> = {}): StoredFlow {
  const space = house.simulator.account.spaces.find((each) => each.id === SPACE)!;
  return house.simulator.state.addFlow(space, { name, json: good, ...parts });
}
const node = (one = flow) => flowNode(id, one.id);
const isThere = (one = flow) => flowsOf(house).includes(one);
const publish = () => window.run('camsFlows.flow.publish', node());
const deprecate = () => window.run('camsFlows.flow.deprecate', node());
const remove = () => window.run('camsFlows.flow.delete', node());
/** The detail of the last modal question. */
const detail = () => window.seen.of('notification').findLast((text) => text.includes('"modal":true'));
const kept = () => house.disk.texts.filter((text) => text.startsWith('/storage/history'));

describe('Publish Flow', () => {
  it('names the flow and what will be live, publishes after the question, and shows it', async () => {
    await window.listed(spaceNode(id));
    press(window, 'Publish');
    await publish();
    expect(flow.status).toBe('PUBLISHED');
    await told(window, /^Flow "Mine" \(\d+\) is published\.$/);
    expect(window.notifications[0]!.text).toMatch(/^Publish Flow "Mine" \(\d+\)\?$/);
    expect(detail()).toMatch(/Screens: RATING, REASONS.+7\.3.+Size.+Categories: OTHER/);
    const row = await rowOf(window, spaceNode(id), node());
    expect(JSON.stringify(await window.itemOf(row))).toContain('PUBLISHED');
  });

  it('does nothing when the question is not answered', async () => {
    await publish();
    expect(flow.status).toBe('DRAFT');
    expect(requestsOf(house, 'PublishFlow')).toBe(0);
  });

  it('compares with what was published before', async () => {
    press(window, 'Publish');
    await publish();
    Object.assign(flow, {
      status: 'DRAFT',
      json: good.replaceAll('RATING', 'STARS').replace('"Tell us more"', '"Comment"'),
    });
    await publish();
    expect(detail()).toMatch(/Compared with.+added: STARS.+removed: RATING.+changed: REASONS/);
  });

  it.each([
    ['PUBLISHED', /only drafts can be published\. Change it first/],
    ['DEPRECATED', /Clone it/],
    ['BLOCKED', /WhatsApp has blocked it/],
  ])('refuses a flow that is %s by now', async (status, sentence) => {
    flow.status = status;
    await publish();
    expect(window.notifications.at(-1)!.text).toMatch(sentence);
    expect(requestsOf(house, 'PublishFlow')).toBe(0);
  });

  it('has nothing to publish where there is no JSON', async () => {
    flow.json = undefined;
    await publish();
    expect(window.notifications.at(-1)!.text).toMatch(/has no JSON yet/);
  });

  it('says how many errors there are, shows them, and publishes only who insists', async () => {
    flow.json = wrong;
    press(window, 'Show Errors');
    await publish();
    expect(window.notifications[0]).toMatchObject({
      text: expect.stringMatching(/has an error|has \d+ errors/),
      items: ['Show Errors', 'Publish All the Same'],
    });
    expect(window.editor.active!.text).toBe(wrong);
    expect(window.executed).toContain('workbench.actions.view.problems');
    expect(requestsOf(house, 'PublishFlow')).toBe(0);
    press(window, 'Publish All the Same', 'Publish');
    await publish();
    expect(requestsOf(house, 'PublishFlow')).toBe(1);
  });

  it('publishes only what was shown', async () => {
    window.press = ({ items }) => {
      flow.json = good.replace('"Overall"', '"Altogether"');
      return items.find((item) => item === 'Publish');
    };
    await publish();
    expect(flow.status).toBe('DRAFT');
    expect(window.notifications.at(-1)!.text).toMatch(/has changed on CAMS meanwhile\. It was not published/);
  });

  it('asks to save what is in the tab first', async () => {
    await window.run('camsFlows.flow.openJson', node());
    const document = window.editor.active!;
    let saved = 0;
    Object.assign(document, {
      isDirty: true,
      save: async () => (saved++, Object.assign(document, { isDirty: false }), true),
    });
    await publish();
    expect(window.notifications.at(-1)).toMatchObject({
      text: expect.stringMatching(/not saved to CAMS/),
      items: ['Save'],
    });
    expect([saved, requestsOf(house, 'PublishFlow')]).toEqual([0, 0]);
    press(window, 'Save', 'Publish');
    await publish();
    expect([saved, flow.status]).toEqual([1, 'PUBLISHED']);
  });

  it('does not publish when saving fails', async () => {
    await window.run('camsFlows.flow.openJson', node());
    Object.assign(window.editor.active!, { isDirty: true, save: async () => false });
    press(window, 'Save', 'Publish');
    await publish();
    expect(requestsOf(house, 'PublishFlow')).toBe(0);
  });

  it('gives the words of the service, and the way to the errors, when it refuses', async () => {
    house.simulator.faults.order('PublishFlow', {
      kind: 'error',
      status: 400,
      code: 'Flow.PublishFailed',
      message: 'Nope',
    });
    press(window, 'Publish');
    await publish();
    expect(await told(window, /was not published\. .+Nope/)).toMatchObject({ items: ['Show Errors'] });
  });

  it('looks what has become of it when the answer is lost', async () => {
    house.simulator.faults.order('PublishFlow', { kind: 'reset', carriedOut: true }, { times: 1 });
    press(window, 'Publish');
    await publish();
    await told(window, /is published/);
    expect(requestsOf(house, 'PublishFlow')).toBe(1);
  });

  it('never publishes twice because an answer was lost', async () => {
    house.simulator.faults.order('PublishFlow', { kind: 'reset' }, { times: 1 });
    press(window, 'Publish');
    await publish();
    await told(window, /not known whether CAMS has published/);
    expect(requestsOf(house, 'PublishFlow')).toBe(1);
  });

  it('says so when CAMS goes on showing it as a draft', async () => {
    house.simulator.faults.order('PublishFlow', { kind: 'body', body: '{"Code":"OK"}' });
    press(window, 'Publish');
    await publish();
    await told(window, /has accepted to publish .+ but still shows it as DRAFT/);
  });

  it('looks after a publication until CAMS shows it', async () => {
    house.simulator.faults.order('PublishFlow', { kind: 'body', body: '{"Code":"OK"}' });
    press(window, 'Publish');
    const done = publish();
    await house.simulator.requests.next('PublishFlow');
    await house.simulator.requests.next('GetFlow');
    flow.status = 'PUBLISHED';
    await done;
    await told(window, /is published/);
  });
});

describe('Deprecate Flow', () => {
  it('asks, says that it cannot be undone, and does it', async () => {
    flow.status = 'PUBLISHED';
    await deprecate();
    expect(detail()).toContain('cannot be undone');
    expect(flow.status).toBe('PUBLISHED');
    press(window, 'Deprecate');
    await deprecate();
    expect(flow.status).toBe('DEPRECATED');
  });

  it('refuses a draft', async () => {
    await deprecate();
    expect(window.notifications.at(-1)!.text).toMatch(
      /only flows that were published can be deprecated\. Delete it/,
    );
  });
});

describe('Delete Flow', () => {
  it('keeps the JSON, deletes the flow, and takes it out of the list', async () => {
    await window.listed(spaceNode(id));
    press(window, 'Delete');
    await remove();
    expect(isThere()).toBe(false);
    expect(kept().some((text) => text.endsWith(good))).toBe(true);
    expect(JSON.stringify(await window.children(spaceNode(id)))).not.toContain(flow.id);
  });

  it('stays away when a listing was under way', async () => {
    await window.listed(spaceNode(id));
    const order = house.simulator.faults.order('ListFlow', { kind: 'delay', milliseconds: 3_000 });
    const listing = window.run('camsFlows.flows.refresh', spaceNode(id));
    await until('the request', () => order.hits > 0);
    press(window, 'Delete');
    await remove();
    await listing;
    expect(JSON.stringify(await window.children(spaceNode(id)))).not.toContain(flow.id);
  });

  it('keeps the text of an open tab, changed or not', async () => {
    await window.run('camsFlows.flow.openJson', node());
    const document = window.editor.active!;
    Object.assign(document, { isDirty: true });
    document.text = 'my own';
    press(window, 'Delete');
    await remove();
    expect(detail()).toContain('the text stays there');
    expect(window.editor.active).toBe(document);
    expect(document.text).toBe('my own');
    // Looked at by VS Code again, when the tab comes to the front.
    await pass(10_000);
    expect(await window.editor.read(document.uri)).toBeUndefined();
    expect(document.text).toBe('my own');
  });

  it('of a flow without JSON needs no copy', async () => {
    flow.json = undefined;
    press(window, 'Delete');
    await remove();
    expect([isThere(), kept()]).toEqual([false, []]);
  });

  it('asks again when the JSON cannot be kept', async () => {
    house.simulator.faults.order('oss', { kind: 'error', status: 404, code: 'NoSuchKey' });
    press(window, 'Delete');
    await remove();
    expect(isThere()).toBe(true);
    expect(window.notifications.at(-1)).toMatchObject({
      text: expect.stringMatching(/without a copy\?$/),
      items: ['Delete Without Copy'],
    });
    press(window, 'Delete', 'Delete Without Copy');
    await remove();
    expect(isThere()).toBe(false);
  });

  it.each([
    ['PUBLISHED', /only drafts can be deleted\. Deprecate it instead/],
    ['DEPRECATED', /only drafts can be deleted\. Nothing more/],
  ])('refuses a flow that is %s', async (status, sentence) => {
    flow.status = status;
    press(window, 'Delete');
    await remove();
    expect(window.notifications.at(-1)!.text).toMatch(sentence);
    expect(isThere()).toBe(true);
  });

  it.each([true, false])(
    'looks what has become of it when the answer is lost (carried out: %s)',
    async (carriedOut) => {
      house.simulator.faults.order('DeleteFlow', { kind: 'reset', carriedOut }, { times: 1 });
      press(window, 'Delete');
      await remove();
      expect(isThere()).toBe(!carriedOut);
      expect(requestsOf(house, 'DeleteFlow')).toBe(1);
      if (!carriedOut) await told(window, /not known whether CAMS has deleted the flow/);
      else expect(window.notifications).toHaveLength(1);
    },
  );

  it('is refused while it is being published', async () => {
    let second: Promise<void> | undefined;
    window.press = ({ items }) => {
      second ??= remove();
      return items.find((item) => item === 'Publish');
    };
    await publish();
    await second;
    expect(window.notifications.some(({ text }) => /already busy/.test(text))).toBe(true);
    expect(flow.status).toBe('PUBLISHED');
  });
});

describe('many flows', () => {
  const select = (...flows: StoredFlow[]) => [node(flows[0]), flows.map((one) => node(one))];
  const report = () => window.seen.of('text').findLast((text) => text.startsWith('# '));

  it('are one question, which names ten of them and the rest by number', async () => {
    const flows = Array.from({ length: 12 }, (_, index) => add(`Many ${index}`));
    await window.run('camsFlows.flow.delete', ...select(...flows));
    expect(window.notifications).toHaveLength(1);
    expect(window.notifications[0]!.text).toBe('Delete 12 flows?');
    expect(detail()).toContain('and 2 more');
    press(window, 'Delete');
    await window.run('camsFlows.flow.delete', ...select(...flows));
    expect(flows.filter(isThere)).toEqual([]);
    expect(window.notifications.at(-1)!.text).toBe('Flows: 12 done.');
    expect(kept().filter((text) => text.endsWith(good))).toHaveLength(12);
  });

  it('are reported one by one where not all went well', async () => {
    const flows = [flow, add('Wrong', { json: wrong }), add('Empty', { json: undefined }), add('Gone')];
    house.simulator.account.spaces.find((each) => each.id === SPACE)!.flows.delete(flows[3]!.id);
    press(window, 'Publish');
    await window.run('camsFlows.flow.publish', ...select(...flows));
    expect(flows.map(({ status }) => status)).toEqual(['PUBLISHED', 'DRAFT', 'DRAFT', 'DRAFT']);
    expect(window.notifications.at(-1)!.text).toBe('Flows: 1 done, 2 refused, 1 failed.');
    expect(report()).toMatch(/^# Publishing 4 flows$[^]+\| Wrong \| \d+ \| It has errors: 1/m);
  });

  it('are left out where their status is known not to allow it', async () => {
    const live = add('Live', { status: 'PUBLISHED' });
    await window.listed(spaceNode(id));
    await window.run('camsFlows.flow.refresh', node(live));
    press(window, 'Delete');
    await window.run('camsFlows.flow.delete', ...select(flow, live, add('Other')));
    expect(window.notifications.some(({ text }) => text === 'Delete 2 flows?')).toBe(true);
    expect(detail()).toContain('Left as they are, because their status does not allow it: 1');
    await window.run('camsFlows.flow.delete', ...select(live, live, live));
  });

  it('are stopped at once by cancelling, and what was not tried is said', async () => {
    const flows = Array.from({ length: 30 }, (_, index) => add(`Many ${index}`));
    press(window, 'Delete');
    const done = window.run('camsFlows.flow.delete', ...select(...flows));
    await house.simulator.requests.next('DeleteFlow');
    window.progress.at(-1)!.cancel();
    await done;
    const left = flows.filter(isThere).length;
    expect(left).toBeGreaterThan(0);
    expect(window.notifications.at(-1)!.text).toMatch(/\d+ not tried/);
  });

  it('of an account that signs out meanwhile are not tried', async () => {
    const flows = Array.from({ length: 30 }, (_, index) => add(`Many ${index}`));
    press(window, 'Delete');
    const done = window.run('camsFlows.flow.delete', ...select(...flows));
    await house.simulator.requests.next('DeleteFlow');
    await window.run('camsFlows.account.signOut', accountNode(id));
    await done;
    expect(flows.filter(isThere).length).toBeGreaterThan(0);
    await told(window, /not tried|failed/);
  });
});
