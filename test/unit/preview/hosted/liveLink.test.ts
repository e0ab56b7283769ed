import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NetworkError, PermissionError } from '../../../../src/cams/errors';
import type { PreviewLink } from '../../../../src/cams/types';
import { CancelledError } from '../../../../src/platform/cancellation';
import { LinkEndedError, LiveLink } from '../../../../src/preview/hosted/liveLink';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const offline = new NetworkError({ operation: 'GetFlowPreviewUrl', reason: 'unreachable' });
const forbidden = new PermissionError({ operation: 'GetFlowPreviewUrl', action: 'cams:GetFlowPreviewUrl' });

/** A link that the test answers by hand. */
function open(answer?: () => PreviewLink | Error) {
  const asked: { answer(link: PreviewLink | Error): Promise<void>; signal: AbortSignal }[] = [];
  const changed = vi.fn();
  const link = new LiveLink<PreviewLink>({
    changed,
    ask: (signal) =>
      new Promise((resolve, reject) => {
        const settle = (outcome: PreviewLink | Error) => {
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        };
        asked.push({
          signal,
          answer: async (outcome) => {
            settle(outcome);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
        if (answer) settle(answer());
      }),
  });
  return { link, asked, changed };
}

const living = (life: number, name = 'a'): PreviewLink => ({
  url: `https://x/${name}`,
  expires: Date.now() + life,
});
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
/** The machine sleeps: the wall clock goes on, nothing else does. Also: somebody sets the clock. */
const jump = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) }));
afterEach(() => vi.useRealTimers());

describe('a preview link', () => {
  it('asks for nothing before somebody looks', async () => {
    const { asked } = open();
    await wait(HOUR);
    expect(asked).toHaveLength(0);
  });

  it('is loading, then fresh with the time it has left', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    expect(link.state).toEqual({ phase: 'loading' });
    await asked[0]!.answer(living(30 * DAY));
    expect(link.state).toMatchObject({ phase: 'fresh', link: { url: 'https://x/a' } });
    await wait(DAY);
    expect(link.state).toMatchObject({ remaining: 29 * DAY - SECOND });
    expect(asked).toHaveLength(1);
  });

  it('is renewed before it ends, and stays in use until the new one is there', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(DAY, 'old'));
    await wait(DAY - 11 * MINUTE);
    expect(asked).toHaveLength(1);
    await wait(1.5 * MINUTE);
    expect(asked).toHaveLength(2);
    expect(link.state).toMatchObject({ phase: 'renewing', link: { url: 'https://x/old' } });
    await asked[1]!.answer(living(30 * DAY, 'new'));
    expect(link.state).toMatchObject({ phase: 'fresh', link: { url: 'https://x/new' } });
  });

  it('is not renewed while nobody looks, but leaves the frame at its end all the same', async () => {
    const { link, asked, changed } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    link.setVisible(false);
    await wait(HOUR - 2 * SECOND);
    expect(link.state.phase).toBe('fresh');
    changed.mockClear();
    await wait(2 * SECOND);
    expect(changed).toHaveBeenCalled();
    expect(link.state).toEqual({ phase: 'loading' });
    expect(asked).toHaveLength(1);
    link.setVisible(true);
    expect(asked).toHaveLength(2);
  });

  it('is gone and asked for within one step after the machine has slept past its end', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    jump(8 * HOUR);
    expect(link.state).toEqual({ phase: 'loading' });
    await wait(5 * SECOND);
    expect(asked).toHaveLength(2);
  });

  it('does not live longer because the clock was set back', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    jump(-3 * DAY);
    await wait(HOUR - 6 * MINUTE);
    await asked[1]!.answer(forbidden);
    expect(link.state).toMatchObject({ phase: 'fresh', problem: forbidden });
    await wait(6 * MINUTE);
    expect(link.state).toMatchObject({ phase: 'failed' });
  });

  it('does not sit out a pause that a clock set back has made endless', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(offline);
    jump(-3 * DAY);
    await wait(3 * SECOND);
    expect(asked).toHaveLength(2);
  });

  it('with an end that nobody knows is renewed at a sensible age', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer({ url: 'https://x/a' });
    expect(link.state).toMatchObject({ phase: 'fresh', remaining: undefined });
    await wait(HOUR - MINUTE);
    expect(asked).toHaveLength(1);
    await wait(MINUTE);
    expect(asked).toHaveLength(2);
  });

  it.each([-DAY, -1, 0, 4_999])(
    'that ends in %i ms is never shown; asking goes on with growing pauses',
    async (left) => {
      const { link, asked } = open(() => living(left));
      link.setVisible(true);
      await wait(0);
      expect(link.state).toEqual({ phase: 'expired', asking: false });
      await wait(MINUTE);
      const inFirstMinute = asked.length;
      expect(inFirstMinute).toBeGreaterThan(2);
      await wait(59 * MINUTE);
      const perMinute = (asked.length - inFirstMinute) / 59;
      expect(perMinute).toBeLessThan(0.5);
      expect(perMinute).toBeGreaterThan(0.15);
    },
  );

  it('keeps a link that works when the service answers with an ended one', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    const renewal = link.renew();
    await asked[1]!.answer(living(-HOUR, 'ended'));
    await renewal;
    expect(link.state).toMatchObject({ phase: 'fresh', link: { url: 'https://x/a' } });
  });

  it('asks less and less for links that hardly live', async () => {
    // Without chance: at a random moment one of these links may just be alive.
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    onTestFinished(() => chance.mockRestore());
    const { link, asked } = open(() => living(20 * SECOND));
    link.setVisible(true);
    await wait(HOUR);
    expect(asked.length).toBeLessThan(25);
    expect(link.state).toEqual({ phase: 'expired', asking: false });
  });

  it('comes back by itself when the network does', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(offline);
    expect(link.state).toEqual({ phase: 'failed', error: offline, asking: false });
    await wait(3 * SECOND);
    await asked[1]!.answer(living(HOUR));
    expect(link.state).toMatchObject({ phase: 'fresh', problem: undefined });
  });

  it('waits for a person where asking again changes nothing', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(forbidden);
    await wait(DAY);
    link.setVisible(false);
    link.setVisible(true);
    expect(asked).toHaveLength(1);
    void link.renew();
    expect(asked).toHaveLength(2);
  });

  it('tells of a renewal that failed while the link still works', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    await wait(HOUR - 6 * MINUTE);
    await asked[1]!.answer(offline);
    expect(link.state).toMatchObject({ phase: 'fresh', problem: offline });
  });

  it('gives up on an answer that never comes, and says so', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await wait(MINUTE);
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(link.state).toMatchObject({ phase: 'failed', error: { situation: 'network', reason: 'timeout' } });
  });

  it('takes no answer to a question from before a restart', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    link.restart();
    expect(asked).toHaveLength(2);
    expect(asked[0]!.signal.aborted).toBe(true);
    await asked[0]!.answer(living(HOUR, 'of the old account'));
    expect(link.state).toEqual({ phase: 'loading' });
    await asked[1]!.answer(living(HOUR, 'of the new account'));
    expect(link.state).toMatchObject({ link: { url: 'https://x/of the new account' } });
  });

  it('drops the link at once when it restarts or stops, even while nobody looks', async () => {
    const { link, asked, changed } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    link.setVisible(false);
    changed.mockClear();
    link.restart();
    expect(changed).toHaveBeenCalled();
    expect(link.state).toEqual({ phase: 'loading' });
    link.stop();
    link.setVisible(true);
    await wait(DAY);
    expect(asked).toHaveLength(1);
  });

  it('does nothing after it was disposed', async () => {
    const { link, asked, changed } = open();
    link.setVisible(true);
    link.dispose();
    changed.mockClear();
    await asked[0]!.answer(living(HOUR));
    await wait(DAY);
    expect(changed).not.toHaveBeenCalled();
    expect(asked).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks again when the account changed under way', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(new CancelledError());
    expect(link.state).toEqual({ phase: 'loading' });
    await wait(3 * SECOND);
    expect(asked).toHaveLength(2);
  });
});

describe('a link to use now', () => {
  it('is the one that is there', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    await asked[0]!.answer(living(HOUR));
    await expect(link.usable()).resolves.toMatchObject({ url: 'https://x/a' });
    expect(asked).toHaveLength(1);
  });

  it('is waited for when it is being asked for', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    const usable = link.usable();
    await asked[0]!.answer(living(HOUR));
    await expect(usable).resolves.toMatchObject({ url: 'https://x/a' });
    expect(asked).toHaveLength(1);
  });

  it('is asked for when the last one ended, even where asking had been given up', async () => {
    const { link, asked } = open(() => (asked.length === 1 ? forbidden : living(HOUR)));
    link.setVisible(true);
    await wait(0);
    await expect(link.usable()).resolves.toMatchObject({ url: 'https://x/a' });
  });

  it('is waited for however often the panel starts again meanwhile', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    const usable = link.usable();
    for (const index of [0, 1, 2]) {
      link.restart();
      await asked[index]!.answer(new CancelledError());
    }
    await asked[3]!.answer(living(HOUR, 'b'));
    await expect(usable).resolves.toMatchObject({ url: 'https://x/b' });
  });

  it('is given up when the panel closes, and not asked for afterwards', async () => {
    const { link, asked } = open();
    link.setVisible(true);
    const waiting = expect(link.usable()).rejects.toBeInstanceOf(CancelledError);
    link.dispose();
    await asked[0]!.answer(new CancelledError());
    await waiting;
    await expect(link.usable()).rejects.toBeInstanceOf(CancelledError);
    expect(asked).toHaveLength(1);
  });

  it('does not exist when CAMS refuses, or gives ended ones', async () => {
    await expect(open(() => forbidden).link.usable()).rejects.toBe(forbidden);
    await expect(open(() => living(-DAY)).link.usable()).rejects.toBeInstanceOf(LinkEndedError);
  });
});

/** What can happen to a panel. */
const happenings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 10 * MINUTE }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      for: fc.oneof(fc.integer({ min: -HOUR, max: HOUR }), fc.integer({ min: -40 * DAY, max: 40 * DAY })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('show' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('hide' as const, 'renew' as const, 'restart' as const) }),
  },
);
/** What the service answers, after a while: a link with so much left, one without an end, or a failure. */
const answers = fc.record({
  after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 * SECOND })),
  left: fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 2 * MINUTE }) },
    { weight: 2, arbitrary: fc.integer({ min: MINUTE, max: 2 * HOUR }) },
    { weight: 1, arbitrary: fc.integer({ min: HOUR, max: 30 * DAY }) },
    { weight: 2, arbitrary: fc.integer({ min: -DAY, max: 5 * SECOND }) },
    { weight: 1, arbitrary: fc.constant('unknown' as const) },
    { weight: 2, arbitrary: fc.constant('fails' as const) },
  ),
});
type Reply = typeof answers extends fc.Arbitrary<infer T> ? T : never;

/** A panel before a service that gives these replies in turn. */
function simulate(replies: readonly Reply[]) {
  /** The link's end by the steady clock, which is right even when the wall clock is set. */
  interface Timed extends PreviewLink {
    readonly steadyEnd: number;
  }
  const panel = { asked: 0, looked: 0, visible: false, inFrame: undefined as Timed | undefined };
  const link = new LiveLink<Timed>({
    ask: async () => {
      const { after, left } = replies[panel.asked % replies.length]!;
      panel.asked += 1;
      await new Promise((resolve) => setTimeout(resolve, after));
      const url = `https://x/${panel.asked}`;
      if (left === 'fails') throw offline;
      if (left === 'unknown') return { url, steadyEnd: Infinity };
      return { url, expires: Date.now() + left, steadyEnd: performance.now() + left };
    },
    changed: () => {
      const { state } = link;
      panel.inFrame = 'link' in state ? state.link : undefined;
    },
  });
  const check = () => {
    expect(panel.inFrame?.expires ?? Infinity).toBeGreaterThan(Date.now());
    expect(panel.inFrame?.steadyEnd ?? Infinity).toBeGreaterThan(performance.now());
  };
  const pass = async (milliseconds: number, step: number) => {
    for (let rest = milliseconds; rest > 0; rest -= step) {
      await wait(Math.min(rest, step));
      if (panel.visible) panel.looked += Math.min(rest, step);
      if (step < 30 * SECOND) check();
    }
  };
  return { panel, link, check, pass };
}

describe('whatever happens', () => {
  it('an ended link is not in the frame, and questions stay few', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happenings, { minLength: 1, maxLength: 20 }),
        fc.array(answers, { minLength: 1, maxLength: 6 }),
        async (all, replies) => {
          vi.setSystemTime(Date.UTC(2025, 0, 1));
          const { panel, link, check, pass } = simulate(replies);
          for (const happening of all) {
            if (happening.do === 'wait') await pass(happening.for, 1.7 * SECOND);
            if (happening.do === 'jump') {
              jump(happening.for);
              // Nobody can know before the next step of the clock, at most one tick away.
              await pass(30 * SECOND, 30 * SECOND);
            }
            if (happening.do === 'show') link.setVisible((panel.visible = true));
            if (happening.do === 'hide') link.setVisible((panel.visible = false));
            if (happening.do === 'renew') void link.renew();
            if (happening.do === 'restart') link.restart();
            check();
          }
          link.dispose();
          await wait(2 * MINUTE);
          // Pauses double from two seconds on. They start again after a link that lived for a minute or more,
          // and after whatever a person or the clock did.
          expect(panel.asked).toBeLessThanOrEqual(9 * (all.length + 1) + panel.looked / (15 * SECOND));
        },
      ),
      { numRuns: 100 },
    );
  });
});
