import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../src/flowjson/analyse';
import { entryOf, nextOf, pathsThrough } from '../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen } from '../flowjson/support';

const step = (id: string, ...targets: readonly string[]): ReturnType<typeof screen> =>
  screen(
    targets.map((target) => ({ type: 'EmbeddedLink', text: target, 'on-click-action': navigate(target) })),
    { id },
  );

const paths = (text: string, most?: number): string[] =>
  pathsThrough(parseFlow(text), most).paths.map((path) => path.join(' '));

describe('paths through a flow', () => {
  it('lead from the entry to every terminal screen', () => {
    const text = flowText([
      step('A', 'B', 'LAST'),
      step('B', 'LAST', 'C'),
      lastScreen([], { id: 'C' }),
      lastScreen(),
    ]);
    expect(paths(text)).toEqual(['A B C', 'A B LAST', 'A LAST']);
  });

  it('follow the routing model and navigate alike', () => {
    const text = flowText(
      [step('A', 'B'), screen([footer({ name: 'data_exchange' })], { id: 'B' }), lastScreen()],
      {
        data_api_version: '3.0',
        routing_model: { A: ['B'], B: ['LAST'], LAST: [] },
      },
    );
    expect([entryOf(parseFlow(text)), ...paths(text)]).toEqual(['A', 'A B LAST']);
    expect(nextOf(parseFlow(text), 'B')).toEqual(['LAST']);
  });

  it('pass each screen once, and go on behind a terminal screen', () => {
    const text = flowText([
      step('A', 'B'),
      step('B', 'C', 'LAST'),
      step('C', 'B', 'D'),
      { ...step('D', 'LAST'), terminal: true },
      lastScreen(),
    ]);
    expect(paths(text)).toEqual(['A B C D', 'A B C D LAST', 'A B LAST']);
  });

  it('of a screen that nothing leads away from end nowhere', () => {
    expect(paths(flowText([step('A', 'B'), step('B')]))).toEqual([]);
    expect(paths('{')).toEqual([]);
  });

  it('are not all counted where there are very many', () => {
    const ids = Array.from({ length: 20 }, (_, index) => 'ABCDEFGHIJKLMNOPQRST'[index]!);
    const dense = flowText([
      ...ids.map((id, index) => step(id, ...ids.slice(index + 1), 'LAST')),
      lastScreen(),
    ]);
    const found = pathsThrough(parseFlow(dense), 500);
    expect([found.paths.length, found.complete]).toEqual([500, false]);
    const astray = flowText(ids.map((id) => step(id, ...ids.filter((other) => other !== id))));
    expect(pathsThrough(parseFlow(astray), 5)).toEqual({ paths: [], complete: false });
  });
});
