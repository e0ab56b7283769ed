import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layered } from '../../../../src/preview/map/layered';
import { layout, type LaidOut, type Outline } from '../../../../src/preview/map/layout';
import { graphOf } from '../../../../src/preview/map/model';
import { StableLayout } from '../../../../src/preview/map/stableLayout';
import { card } from '../../../../src/webview/map/drawing/shapes';
import { odd, read } from './flows';

const outlines = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 40 }))
  .map(([count, pairs]): Outline => {
    const nodes = Array.from({ length: count }, (_, index) => `n${index}`);
    const ways = new Map(
      pairs.map(([a, b]) => {
        const [from, to] = [nodes[a % count]!, nodes[b % count]!];
        return [`${from} ${to}`, { key: `${from} ${to}`, from, to }];
      }),
    );
    return { nodes, edges: [...ways.values()] };
  });

function check(map: LaidOut, { nodes, edges }: Outline): void {
  expect(map.nodes.size).toBe(nodes.length);
  const all = [...map.nodes.values()];
  for (const { x, y } of all) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + card.width).toBeLessThanOrEqual(map.width + 0.1);
    expect(y + card.height).toBeLessThanOrEqual(map.height + 0.1);
  }
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      const apart = Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height;
      expect(apart).toBe(true);
    }
  });
  for (const { key } of edges) {
    const { line } = map.edges.get(key)!;
    expect(line.length).toBeGreaterThanOrEqual(2);
    for (const { x, y } of line) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  }
}

describe('a layout', () => {
  it('puts no card over another, leads every way somewhere, and is the same each time', () => {
    fc.assert(
      fc.property(outlines, (outline) => {
        const map = layout(outline);
        check(map, outline);
        expect(layout(outline)).toEqual(map);
      }),
      { numRuns: 60 },
    );
  });

  it('of very large maps keeps the same laws', () => {
    fc.assert(
      fc.property(outlines, (outline) => check(layered(outline), outline)),
      { numRuns: 60 },
    );
  });

  it('leads forward ways out of the right side and into the left side', () => {
    const nodes = ['a', 'b', 'c'];
    const edges = ['a b', 'a c', 'b c'].map((key) => ({ key, from: key[0]!, to: key[2]! }));
    const map = layout({ nodes, edges });
    for (const { key, from, to } of edges) {
      const { line } = map.edges.get(key)!;
      expect(line[0]!.x).toBe(map.nodes.get(from)!.x + card.width);
      expect(line.at(-1)!.x).toBe(map.nodes.get(to)!.x);
      for (const [index, { x }] of line.slice(1).entries()) expect(x).toBeGreaterThanOrEqual(line[index]!.x);
    }
  });

  it('leads down in a tall panel: out of the bottom and into the top, by the same laws', () => {
    fc.assert(
      fc.property(outlines, (outline) => {
        const map = layout(outline, true);
        check(map, outline);
        for (const { key, from, to } of outline.edges) {
          const [above, below] = [map.nodes.get(from)!, map.nodes.get(to)!];
          if (below.y < above.y + card.height) continue;
          const { line } = map.edges.get(key)!;
          expect(line[0]!.y).toBeCloseTo(above.y + card.height);
          expect(line.at(-1)!.y).toBe(below.y);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes a hundred and fifty screens that are not linked, and a ring of three hundred', () => {
    const nodes = Array.from({ length: 300 }, (_, index) => `n${index}`);
    const edges = nodes.map((from, index) => ({ key: from, from, to: nodes[(index + 1) % 300]! }));
    check(layout({ nodes: nodes.slice(0, 150), edges: [] }), { nodes: nodes.slice(0, 150), edges: [] });
    check(layout({ nodes, edges }), { nodes, edges });
  });

  it('stays where it is while texts are typed', () => {
    const stable = new StableLayout();
    const first = stable.of(graphOf(read(odd)));
    const renamed = { ...odd, screens: odd.screens.map((one) => ({ ...one, title: 'Other words' })) };
    expect(stable.of(graphOf(read(renamed)))).toBe(first);
    expect(stable.of(graphOf(read(renamed)), true)).not.toBe(first);
    expect(stable.of(graphOf(read({ ...odd, screens: odd.screens.slice(0, 3) })))).not.toBe(first);
  });
});
