// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import type { Flow } from '../../../../src/flowjson/model/flow';
import { mapOf } from '../../../../src/preview/map/mapOf';
import { graphOf } from '../../../../src/preview/map/model';
import { layout } from '../../../../src/preview/map/layout';
import { walkedPaths } from '../../../../src/preview/map/paths';
import { escaped, svgOf } from '../../../../src/preview/map/svg';
import { thumbnailOf } from '../../../../src/preview/map/thumbnail/thumbnail';
import { fitted, widthOf, wrapped } from '../../../../src/webview/map/drawing/fitting';
import { phone } from '../../../../src/webview/map/drawing/shapes';
import { complete, navigate, odd, read, screen, text } from './flows';

function drawn(content: object, name = 'flow'): string {
  const flow = read(content);
  const graph = graphOf(flow);
  const nodes = graph.nodes.map(({ key }) => key);
  const laidOut = layout({ nodes, edges: graph.edges.map(({ key, from, to }) => ({ key, from, to })) });
  const paths = walkedPaths(flow, []);
  const map = mapOf({ name, graph, laidOut, leadsDown: false, paths, problems: [], walks: [], behind: null });
  const pictures = graph.nodes.flatMap(({ key, screen: one }) =>
    one ? [[key, thumbnailOf(flow, one)]] : [],
  );
  return svgOf(map, Object.fromEntries(pictures), english);
}

const hostile = [
  '<script>alert(1)</script>',
  '"/><image href="https://example.com/x.png"/>',
  ']]><!-- & &amp; \' "',
  'a\u0000b\u0008\ud800c\uffff',
];

describe('the exported map', () => {
  it('holds nothing but shapes and texts, whatever the flow is called and says', () => {
    for (const words of hostile) {
      const screens = [
        { ...screen(words, navigate('B')), title: words },
        {
          ...screen('B', complete),
          title: words,
          layout: {
            type: 'x',
            children: [
              { type: words },
              { type: 'TextBody', text: words },
              { type: 'Footer', label: words, 'on-click-action': complete },
            ],
          },
        },
      ];
      const svg = drawn({ version: '6.3', screens }, words);
      const tags = new Set([...svg.matchAll(/<\/?([a-z?!-]+)/gi)].map(([, tag]) => tag));
      expect([...tags].sort()).toEqual(['?xml', 'g', 'path', 'rect', 'svg', 'text', 'title']);
      expect(svg).not.toMatch(/<[^>]*\s(?:href|xlink:href|style|on\w+)=/);
      // eslint-disable-next-line no-control-regex
      expect(svg).not.toMatch(/[\u0000-\u0008\uffff]/);
      // Ampersands are the beginning of an entity that XML knows.
      expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
      expect(svg).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('has the screens, the words on the cards, and closes all that it opens', () => {
    const svg = drawn(odd);
    for (const words of ['START', 'DETAILS', '?', 'Unreachable', 'Dead end', 'Start', 'Continue']) {
      expect(svg).toContain(`>${words}<`);
    }
    for (const tag of ['g', 'svg', 'text']) {
      const count = (pattern: string) => svg.split(pattern).length;
      expect(count(`<${tag} `)).toBe(count(`</${tag}>`));
    }
  });

  it('escapes any text so that it is read again as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const box = document.createElement('div');
        box.innerHTML = escaped(text);
        expect(box.children).toHaveLength(0);
      }),
    );
  });
});

describe('thumbnails', () => {
  const all = odd.screens.length;
  it('are made once, as long as the screen stays the same', () => {
    const flow = read(odd);
    for (const one of flow.screens) expect(thumbnailOf(flow, one)).toBe(thumbnailOf(flow, one));
    expect(flow.screens).toHaveLength(all);
  });

  it('show titles, words and the button, within the phone', () => {
    const flow = read(odd);
    const shapes = thumbnailOf(flow, flow.screens[0]!);
    const texts = shapes.flatMap((shape) => (shape.is === 'text' ? [shape.text] : []));
    expect(texts).toEqual(['Title of START', 'Continue']);
    for (const shape of shapes) {
      if (shape.is === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(phone.width);
    }
  });

  it('lead back from every screen but the first, also when another one becomes that', () => {
    const wayOut = (flow: Flow, id: string) =>
      thumbnailOf(flow, flow.screen(id)!).flatMap((shape) => (shape.is === 'path' ? [shape.d] : []))[0];
    const both = read({ version: '7.3', screens: [screen('A', navigate('B')), screen('B', complete)] });
    expect(wayOut(both, 'A')).not.toBe(wayOut(both, 'B'));
    const alone = parseFlow(text({ version: '7.3', screens: [screen('B', complete)] }), both);
    expect(wayOut(alone, 'B')).toBe(wayOut(both, 'A'));
  });

  it('draw what nobody knows as its name, and never more than fits on a phone', () => {
    const children = [
      { type: 'Wobble' },
      ...Array.from({ length: 300 }, () => ({ type: 'TextInput', label: 'L', name: 'n' })),
    ];
    const flow = read({
      version: '6.3',
      screens: [{ id: 'A', layout: { type: 'SingleColumnLayout', children } }],
    });
    const shapes = thumbnailOf(flow, flow.screens[0]!);
    expect(shapes.some((shape) => shape.is === 'text' && shape.text === 'Wobble')).toBe(true);
    expect(shapes.length).toBeLessThan(40);
  });
});

describe('texts', () => {
  it('fit where they are put, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 20, max: 140 }),
        (text, width) => {
          const lines = wrapped(text, width, 8, 3);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) {
            if (line.length > 4) expect(widthOf(line) * 8).toBeLessThanOrEqual(width + 0.01);
          }
        },
      ),
    );
  });

  it('say with a sign that they were cut off', () => {
    expect(fitted('A very long title of a screen', 60, 8)).toMatch(/^A very.*…$/);
    expect(fitted('Short', 60, 8)).toBe('Short');
    expect(fitted('预约信息确认页面与付款', 40, 8)).toMatch(/…$/);
  });
});
