import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { carryOver, type PlayerEvent } from '../../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen } from '../../flowjson/support';
import { model, Run } from '../run';

describe('jumping', () => {
  const text = flowText(
    [
      screen([
        { type: 'TextInput', name: 'name', label: 'Name' },
        footer({ name: 'data_exchange', payload: {} }),
      ]),
      screen([footer(navigate('LAST'))], { id: 'MIDDLE', data: model({ hint: 'Example' }) }),
      lastScreen([]),
    ],
    { data_api_version: '3.0', routing_model: { FIRST: ['MIDDLE'], MIDDLE: ['LAST'], LAST: [] } },
  );
  const jumped = (name: string): PlayerEvent => ({ is: 'jumped', screen: name });

  it('opens a screen with its examples, else with what it was given, whatever the routing model says', () => {
    const run = new Run(text).do(jumped('LAST'));
    expect([run.way, run.told]).toEqual(['FIRST LAST', ['navigated']]);
    run.do(jumped('MIDDLE'));
    expect(run.shown).toMatchObject({ data: { hint: 'Example' }, examples: ['hint'] });
    run.back().do({ is: 'supplied', screen: 'MIDDLE', data: { hint: 'Given' } }, jumped('MIDDLE'));
    expect(run.shown).toMatchObject({ data: { hint: 'Given' }, examples: [] });
    expect(run.way).toBe('FIRST LAST MIDDLE');
  });

  it('leads back the way one came, and keeps what was typed', () => {
    const run = new Run(text).typed('name', 'Ada').do(jumped('LAST')).do(jumped('FIRST'));
    expect([run.way, run.value('name')]).toEqual(['FIRST LAST FIRST', 'Ada']);
    expect(run.back().back().way).toBe('FIRST');
  });

  it('goes on from the end, and drops a request', () => {
    const run = new Run(text).do(jumped('LAST')).next();
    expect(run.state.phase.is).toBe('completed');
    expect(run.do(jumped('LAST')).way).toBe('FIRST LAST');
    expect(run.state.phase.is).toBe('showing');
    expect(run.next().do(jumped('FIRST')).next().state.phase.is).toBe('waiting');
    run.do(jumped('MIDDLE'));
    expect([run.state.phase.is, run.shown.id]).toEqual(['showing', 'MIDDLE']);
    expect(run.answered('LAST').told).toEqual(['refused: Nobody has asked the endpoint.']);
  });

  it('goes to no screen that is not there', () => {
    const run = new Run(text).do(jumped('GONE'));
    expect([run.told, run.way]).toEqual([['refused: There is no screen GONE.'], 'FIRST']);
  });

  it('is known for a jump as long as the screen is on the way here', () => {
    const run = new Run(text).do(jumped('MIDDLE')).next();
    expect([run.way, run.state.jumps]).toEqual(['FIRST MIDDLE LAST', [1]]);
    expect(run.back().back().state.jumps).toEqual([]);
    const all = new Run(text).do(jumped('MIDDLE')).next().do(jumped('FIRST'));
    expect(all.state.jumps).toEqual([1, 3]);
    // What is left when a screen on the way is gone from the text.
    const without = parseFlow(text.replaceAll('MIDDLE', 'OTHER'));
    expect(carryOver(without, all.state).state).toMatchObject({
      stack: ['FIRST', 'LAST', 'FIRST'],
      jumps: [1, 2],
    });
  });
});
