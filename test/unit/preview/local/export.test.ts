import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { booking, footer, playing, screen } from './playing';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) }));
afterEach(() => vi.useRealTimers());

describe('the exported log', () => {
  it('has all that happened, with its times', () => {
    const { play, next } = playing(booking);
    vi.advanceTimersByTime(1000);
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    next();
    const text = play.export();
    expect(text.endsWith('}\n')).toBe(true);
    const json = JSON.parse(text);
    expect(json).toMatchObject({
      format: 1,
      flow: 'booking.flow.json',
      exported: '2026-01-02T03:04:06.000Z',
    });
    expect(json.entries[0]).toMatchObject({ number: 0, at: '2026-01-02T03:04:05.000Z', event: null });
    expect(json.entries[1]).toMatchObject({ event: { is: 'typed', text: 'Ada' } });
    expect(json.entries[2].effects[0].request).toMatchObject({
      action: 'data_exchange',
      data: { name: 'Ada' },
    });
  });

  it('says who answered', () => {
    const { play, next } = playing(booking);
    play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
    next();
    play.answer({ screen: 'TIMES', data: {} }, false);
    expect(JSON.parse(play.export()).entries.at(-1)).toMatchObject({
      by: 'person',
      event: { is: 'answered' },
    });
  });

  it.each([
    ['passcode', '4711'],
    ['passcode', '0815'],
    ['number', '1,5'],
    ['password', 'Let me in "now" 1'],
  ])('does not tell what is secret, wherever it went: %s %s', (kind, secret) => {
    const { play, next } = playing([
      screen(
        'ASK',
        [
          { type: 'TextInput', name: 'iban', label: 'IBAN' },
          { type: 'TextInput', name: 'pin', label: 'PIN', 'input-type': kind },
        ],
        {
          sensitive: ['iban', ...(kind === 'number' ? ['pin'] : [])],
          footer: footer(
            'navigate',
            { iban: '${form.iban}', pin: '${form.pin}', both: "`${form.iban} '/' ${form.pin}`" },
            'END',
          ),
        },
      ),
      screen('END', [], {
        terminal: true,
        data: { iban: { type: 'string' }, pin: { type: 'string' }, both: { type: 'string' } },
        footer: footer('complete', {
          iban: '${data.iban}',
          pin: '${data.pin}',
          again: '${screen.ASK.form.pin}',
        }),
      }),
    ]);
    play.act({ is: 'typed', name: 'iban', text: 'DE00 1234' });
    play.act({ is: 'typed', name: 'pin', text: secret });
    next();
    next();
    expect(play.projection.phase.is).toBe('completed');
    const text = play.export();
    for (const told of [secret, secret.trim(), JSON.stringify(secret).slice(1, -1), 'DE00']) {
      // A short one may stand by chance in a time.
      if (told.length > 3) expect(text).not.toContain(told);
    }
    const { response } = JSON.parse(text).entries.at(-1).effects[0];
    expect(response).toMatchObject({ iban: '…', pin: '…', again: '…' });
  });
});
