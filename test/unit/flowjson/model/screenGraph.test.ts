import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScreenGraph } from '../../../../src/flowjson/model/screenGraph';

const letters = (ids: string): string[] => ids.split('');
const graph = (ids: string, ...routes: string[]): ScreenGraph =>
  new ScreenGraph(
    letters(ids),
    routes.map((route) => ({ from: route[0]!, to: route[1]! })),
  );

describe('the graph of screens', () => {
  it('counts a route once, and none to oneself or to nowhere', () => {
    const routes = graph('AB', 'AB', 'AB', 'AA', 'AX', 'XB');
    expect([...routes.next('A')]).toEqual(['B']);
    expect([...routes.next('B', 'backward')]).toEqual(['A']);
    expect(routes.next('X').size).toBe(0);
  });

  it('walks forward, backward and both ways', () => {
    const routes = graph('ABCD', 'AB', 'CB');
    expect([...routes.reach(['A'], 'forward')]).toEqual(['A', 'B']);
    expect([...routes.reach(['B'], 'backward')]).toEqual(['B', 'A', 'C']);
    expect([...routes.reach(['A'], 'forward', 'backward')]).toEqual(['A', 'B', 'C']);
  });

  it('names the end of a way that misses the goal, and every screen of a circle', () => {
    expect(graph('ABCD', 'AB', 'BC', 'AD').astray(['D'], 'forward')).toEqual(['C']);
    expect(graph('ABCD', 'AB', 'BC', 'CB', 'AD').astray(['D'], 'forward')).toEqual(['B', 'C']);
    expect(graph('ABCD', 'AB', 'CD', 'DB').astray(['A'], 'backward')).toEqual(['C']);
  });

  it('finds something astray exactly where some screen misses every goal', () => {
    const id = fc.constantFrom(...letters('ABCDEF'));
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.array(id), (routes, goals) => {
        const any = graph('ABCDEF', ...routes.map(([from, to]) => from + to));
        const missing = letters('ABCDEF').filter(
          (start) => ![...any.reach([start], 'forward')].some((reached) => goals.includes(reached)),
        );
        const astray = any.astray(goals, 'forward');
        expect(astray.length > 0).toBe(missing.length > 0);
        for (const lost of missing) {
          expect([...any.reach([lost], 'forward')].some((reached) => astray.includes(reached))).toBe(true);
        }
      }),
    );
  });
});
