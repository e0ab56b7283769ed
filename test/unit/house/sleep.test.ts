import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forbidStrayErrors } from './strays';
import { pass, until, useFastTime } from './time';
import { buildHouse, flowNode, signIn, signInRole, spaceNode, storedFlow, type House } from './walk';
import type { Window } from './window';

useFastTime();
forbidStrayErrors();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let house: House;
let window: Window;
let id: string;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  id = await signIn(window, house.simulator.keys, 'Main');
});
afterEach(() => house.close());

/** The machine sleeps, or somebody sets its clock: the date is another one, and no timer has run. */
const jump = (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds);

const aFlow = () => flowNode(id, storedFlow(house.simulator).id);
const asked = (what: string) => house.simulator.requests.of(what).length;

async function openPreview() {
  await window.run('camsFlows.flow.preview', aFlow());
  const panel = window.panels.at(-1)!;
  await until('the frame', () => panel.frameSource);
  return panel;
}

/** Whether the link in the frame is one that the preview site takes. */
function isAlive(source: string | undefined): boolean {
  const token = new URL(source!).searchParams.get('token');
  const link = storedFlow(house.simulator).previews.find((one) => one.token === token);
  return link !== undefined && link.expires > house.simulator.clock.now();
}

describe('a preview', () => {
  it.each([
    ['a night', 12 * HOUR, false],
    ['a month', 31 * DAY, true],
    ['a year', 365 * DAY, true],
  ])('has a link that lives after %s of sleep', async (_, slept, isRenewed) => {
    const panel = await openPreview();
    const before = panel.frameSource;
    jump(slept);
    await pass(10_000);
    await until('the frame', () => panel.frameSource);
    expect(isAlive(panel.frameSource)).toBe(true);
    expect(panel.frameSource !== before).toBe(isRenewed);
    expect(asked('GetFlowPreviewUrl')).toBeLessThanOrEqual(2);
  });

  it('asks for nothing while it is hidden, and has a living link when it is shown', async () => {
    const panel = await openPreview();
    panel.show(false);
    for (let day = 0; day < 40; day++) {
      jump(DAY);
      await pass(MINUTE);
    }
    expect(asked('GetFlowPreviewUrl')).toBe(1);
    expect(panel.frameSource).toBeUndefined();
    panel.show(true);
    await until('the frame', () => panel.frameSource);
    expect(isAlive(panel.frameSource)).toBe(true);
  });

  it('never frames a link that has expired, whatever the clock does', async () => {
    house.simulator.behaviour.previewLifetime = 20 * MINUTE;
    const panel = await openPreview();
    for (const step of [15 * MINUTE, -3 * HOUR, HOUR, 30 * MINUTE, -DAY, 2 * DAY, 19 * MINUTE, -MINUTE]) {
      jump(step);
      await pass(10_000);
      await until('a frame', () => panel.frameSource);
      // By the clock of CAMS, which the simulator shares with this machine.
      expect(isAlive(panel.frameSource), `after a step of ${step / MINUTE} minutes`).toBe(true);
    }
    expect(asked('GetFlowPreviewUrl')).toBeLessThan(25);
  });

  it('says what is wrong while the clock is, and goes on once it is right', async () => {
    const panel = await openPreview();
    house.simulator.clock.gatewaySkew = -2 * HOUR;
    panel.press('reload');
    await until('the note', () => JSON.stringify(panel.body).includes('clock'));
    expect(asked('GetFlowPreviewUrl')).toBeLessThan(5);
    // The old link works all the while.
    expect(isAlive(panel.frameSource)).toBe(true);
    house.simulator.clock.gatewaySkew = 0;
    panel.press('reload');
    await until('no note', () => panel.body?.kind === 'frame' && panel.body.note === undefined);
    expect(isAlive(panel.frameSource)).toBe(true);
  });

  it('has one way out when the keys expired during the sleep', async () => {
    const temporary = await signIn(window, house.simulator.logins.temporary, 'Temporary');
    await window.run('camsFlows.flow.preview', flowNode(temporary, storedFlow(house.simulator).id));
    const panel = window.panels.at(-1)!;
    await until('the frame', () => panel.frameSource);
    jump(40 * DAY);
    await until('the notice', () => panel.body?.kind === 'notice' && !panel.body.asking);
    expect(panel.body).toMatchObject({ buttons: ['renewKeys'] });
    const before = asked('GetFlowPreviewUrl');
    await pass(30 * MINUTE);
    expect(asked('GetFlowPreviewUrl')).toBe(before);
  });
});

describe('the keys of a role', () => {
  it.each([2 * HOUR, -2 * HOUR, 50 * DAY])(
    'are renewed before they are used, after a jump of %i ms',
    async (jumped) => {
      const role = await signInRole(house);
      const flow = flowNode(role, storedFlow(house.simulator).id);
      await window.run('camsFlows.flow.refresh', flow);
      expect(asked('AssumeRole')).toBe(1);
      jump(jumped);
      await window.run('camsFlows.flow.refresh', flow);
      await window.run('camsFlows.flow.openJson', flow);
      expect(asked('AssumeRole')).toBe(2);
      expect(window.notifications).toEqual([]);
      expect(house.simulator.requests.all.filter(({ code }) => code !== 'OK')).toEqual([]);
    },
  );
});

describe('a document', () => {
  it('is looked at anew after a sleep, and keeps its time while its text stays', async () => {
    await window.run('camsFlows.flow.openJson', aFlow());
    const { uri } = window.editor.active!;
    const first = await window.editor.files.stat(uri);
    jump(3 * DAY);
    const second = await window.editor.files.stat(uri);
    expect(asked('GetFlowJSONAssest')).toBe(2);
    expect(second).toEqual(first);
  });

  it('moves forward in time when its text changes, also when the clock was set back', async () => {
    await window.run('camsFlows.flow.openJson', aFlow());
    const { uri } = window.editor.active!;
    const first = await window.editor.files.stat(uri);
    jump(-DAY);
    storedFlow(house.simulator).json = '{"version":"7.3","screens":[]}';
    await until('the new text', async () => {
      await window.editor.files.stat(uri);
      return window.editor.active!.text.includes('"screens":[]');
    });
    expect((await window.editor.files.stat(uri)).mtime).toBeGreaterThan(first.mtime);
  });
});

describe('the sidebar', () => {
  const statuses = async () =>
    (await Promise.all((await window.children(spaceNode(id))).map((node) => window.itemOf(node))))
      .map(({ contextValue }) => contextValue!)
      .sort();

  beforeEach(async () => {
    window.view.show(true);
    await window.listed(spaceNode(id));
    await until('the statuses', async () => !(await statuses()).some((text) => text.includes('unknown')));
  });

  it.each([DAY, -DAY, 400 * DAY])(
    'reads again gently after a jump of %i ms, without a storm',
    async (jumped) => {
      const flow = storedFlow(house.simulator);
      flow.status = 'BLOCKED';
      const before = house.simulator.requests.all.length;
      jump(jumped);
      await pass(MINUTE);
      expect(house.simulator.requests.all.length - before).toBeLessThan(15);
      // A clock that was set back makes nothing older: it is read when its time has come, or on demand.
      if (jumped < 0) await window.run('camsFlows.flows.refresh');
      await until('the new status', async () => (await statuses()).includes('flow blocked'));
      expect(window.notifications).toEqual([]);
    },
  );

  it('does not read for ever what was refreshed before the clock was set back', async () => {
    await window.run('camsFlows.flows.refresh');
    await pass(MINUTE);
    jump(-DAY);
    const before = house.simulator.requests.all.length;
    await window.run('camsFlows.flow.refresh', aFlow());
    const filtering = window.run('camsFlows.flows.filter');
    (await window.next()).enter('a');
    await filtering;
    await window.children(spaceNode(id));
    await pass(5 * MINUTE);
    expect(house.simulator.requests.all.length - before).toBeLessThan(15);
  });

  it('goes on being drawn after the clock was set back', async () => {
    let drawn = 0;
    window.tree.onDidChangeTreeData?.((nodes) => {
      const isList = nodes === undefined || JSON.stringify(nodes).includes('"kind":"space"');
      if (isList) drawn++;
    });
    await pass(MINUTE);
    drawn = 0;
    jump(-DAY);
    await window.run('camsFlows.space.remove', spaceNode(id, 'cams-studiosepi'));
    await pass(MINUTE);
    expect(drawn).toBeGreaterThan(0);
  });

  it('tells ages that make sense when the clock was set back', async () => {
    jump(-30 * DAY);
    const tooltip = await window.hover(aFlow());
    expect(tooltip).toMatch(/just now|ago/);
    expect(tooltip).not.toMatch(/-\d|in \d/);
    const next = await house.open();
    await next.children(spaceNode(id));
    expect(await next.hover(aFlow())).not.toMatch(/-\d|in \d/);
  });

  it('lists anew when it is shown after a long sleep', async () => {
    const before = asked('ListFlow');
    window.view.show(false);
    jump(DAY);
    window.view.show(true);
    await until('a new list', () => asked('ListFlow') > before);
    await pass(MINUTE);
    expect(asked('ListFlow') - before).toBeLessThan(4);
  });
});
