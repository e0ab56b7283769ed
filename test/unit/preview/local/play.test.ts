import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { booking, footer, playing, screen, text } from './playing';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) }));
afterEach(() => vi.useRealTimers());

describe('a flow that is tried out', () => {
  it('opens at its first screen', () => {
    const { play } = playing(booking);
    expect(play.projection.screen?.id).toBe('ASK');
    expect(play.log.map(({ kind, message }) => [kind, english(message)])).toEqual([
      ['open', 'The flow opens with ASK.'],
    ]);
    expect(play.round).toBe(0);
    expect(play.waiting).toBeNull();
  });

  it('tells once what is typed letter by letter, and goes back to before it', () => {
    const { play, lines } = playing(booking);
    for (const typed of ['A', 'Ad', 'Ada']) play.act({ is: 'typed', name: 'full_name', text: typed });
    play.act({ is: 'left', name: 'full_name' });
    expect(lines()).toEqual(['The flow opens with ASK.', 'full_name is now Ada.']);
    expect(play.log[1]).toMatchObject({ number: 1, kind: 'input', details: [{ json: '"Ada"' }] });
    play.stepBack(1);
    expect(lines()).toHaveLength(2);
    play.stepBack(0);
    expect(lines()).toEqual(['The flow opens with ASK.']);
    expect(play.projection.screen?.footer?.obstacles).not.toEqual([]);
  });

  it('keeps lines that stay as they were', () => {
    const { play } = playing(booking);
    const [first] = play.log;
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    expect(play.log[0]).toBe(first);
  });

  it('forgets the oldest of very much that happened, and steps back to the rest', () => {
    const { play } = playing(booking);
    for (let at = 0; at < 1500; at += 1) play.goTo(at % 2 === 0 ? 'TIMES' : 'DONE');
    expect(play.log).toHaveLength(1000);
    const [oldest] = play.log;
    expect(oldest?.number).toBe(501);
    const { log } = play;
    play.stepBack(3);
    expect(play.log).toBe(log);
    play.stepBack(700);
    expect(play.log.at(-1)?.number).toBe(700);
    expect(play.log[0]).toBe(oldest);
    play.goTo('ASK');
    expect(play.log.at(-1)?.number).toBe(701);
  });

  it('does not tell what is typed as a secret', () => {
    const { play, lines } = playing(booking);
    play.act({ is: 'typed', name: 'pin', text: '4711' });
    expect(lines().at(-1)).toBe('pin was filled in.');
    expect(JSON.stringify(play.log)).not.toContain('4711');
  });

  it('goes on where it was when the text changes', () => {
    const { play } = playing(booking);
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    play.take(parseFlow(text(booking).replace('"Your name"', '"Who are you?"')));
    expect(play.projection.screen).toMatchObject({ id: 'ASK', title: 'Who are you?' });
    expect(play.projection.screen?.components[0]?.input?.value).toBe('Ada');
    expect(play.log).toHaveLength(2);
  });

  it('opens anew when an empty text becomes a flow', () => {
    const { play, lines } = playing('');
    expect(lines()).toEqual(['The text is empty.']);
    play.take(parseFlow(text(booking)));
    expect(lines()).toEqual(['The flow opens with ASK.']);
  });

  it('ends with what the webhook delivers', () => {
    const { play, lines, next } = playing([
      screen('END', [], { terminal: true, footer: footer('complete', { a: 1 }) }),
    ]);
    next();
    expect(lines().at(-1)).toBe('The flow is complete.');
    expect(play.log.at(-1)).toMatchObject({ kind: 'complete' });
    const titles = play.log.at(-1)!.details.map(({ title }) => english(title));
    expect(titles).toEqual(['Summary in the chat', 'Response', 'Message of the webhook']);
    expect(JSON.parse(play.log.at(-1)!.details[1]!.json)).toEqual({ flow_token: 'unused', a: 1 });
  });

  it('starts anew', () => {
    const { play, lines } = playing(booking);
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    play.restart(true);
    expect(play.round).toBe(1);
    expect(lines().at(-1)).toBe('The flow starts anew with ASK.');
    expect(play.projection.screen?.components[0]?.input?.value).toBeNull();
    play.stepBack(1);
    expect(play.projection.screen?.components[0]?.input?.value).toBe('Ada');
  });

  it('goes to any screen', () => {
    const { play, lines, walked } = playing(booking);
    play.goTo('DONE');
    expect(lines().at(-1)).toBe('You went to DONE.');
    expect(play.projection.screen?.id).toBe('DONE');
    expect(walked()).toEqual([['ASK'], ['DONE']]);
  });

  it('shows every screen, with its examples', () => {
    const { play } = playing(booking);
    const all = play.allScreens();
    expect(all.map(({ screen }) => screen?.id)).toEqual(['ASK', 'TIMES', 'DONE']);
    expect(all.map(({ canGoBack }) => canGoBack)).toEqual([false, true, true]);
    expect(all[2]?.screen?.data).toEqual({ greeting: 'Hello Ada' });
  });
});
