// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src/webview/map/app';
import { watchShape } from '../../../../src/webview/map/shape';
import { readToHost, readToPage } from '../../../../src/webview/map/contract';
import type {
  FlowMap,
  MapEdge,
  MapNode,
  PanelState,
  ToHost,
  ToPage,
} from '../../../../src/webview/map/contract';
import type { Host } from '../../../../src/webview/shared/host';

let listener: ((message: ToPage) => void) | undefined;
let posted: ToHost[];
const host: Host<ToHost, ToPage, PanelState> = {
  post: (message) => void posted.push(message),
  remember: () => undefined,
  onMessage: (added) => {
    listener = added;
    return () => (listener = undefined);
  },
};

const node = (id: string, x: number, y: number, more: Partial<MapNode> = {}): MapNode => ({
  key: `id:${id}`,
  id,
  title: `The ${id}`,
  marks: [],
  x,
  y,
  problems: [],
  problemCount: 0,
  ...more,
});
const edge = (from: string, to: string, more: Partial<MapEdge> = {}): MapEdge => ({
  key: JSON.stringify([`id:${from}`, `id:${to}`]),
  from: `id:${from}`,
  to: `id:${to}`,
  ways: [{ by: 'navigate', trigger: 'Continue' }],
  declared: true,
  walked: false,
  line: [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ],
  label: { x: 5, y: 0 },
  problems: [],
  ...more,
});
const problem = { id: 7, severity: 'error', text: 'This is <b>wrong</b>.' } as const;
const map: FlowMap = {
  name: 'Booking',
  nodes: [
    node('START', 0, 150, { marks: ['entry'] }),
    node('UP', 300, 0),
    node('DOWN', 300, 300, { problems: [problem], problemCount: 1 }),
    node('END', 600, 150, { marks: ['end'] }),
  ],
  edges: [
    edge('START', 'DOWN'),
    edge('DOWN', 'END', { ways: [{ by: 'endpoint', trigger: 'Send' }] }),
    edge('UP', 'END', { declared: false, walked: true }),
  ],
  width: 800,
  height: 600,
  leadsDown: false,
  paths: [
    { keys: ['id:START', 'id:DOWN', 'id:END'], walked: true },
    { keys: ['id:START', 'id:UP', 'id:END'], walked: false },
  ],
  pathCount: 2,
  allPaths: true,
  walkedCount: 1,
  problems: [],
  behind: null,
};

const say = (message: ToPage) => act(() => listener?.(message));
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => {
  const [found] = all(selector);
  if (found === undefined) throw new Error(`no ${selector} in ${document.body.innerHTML}`);
  return found;
};
const option = (id: string) => one(`[role="option"][data-key="id:${id}"]`);
const selected = () => all('[role="option"][aria-selected="true"]').map((found) => found.dataset['key']);
const button = (name: string) => {
  const found = all('button').find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (found === undefined) throw new Error(`no button ${name} in ${document.body.innerHTML}`);
  return found;
};
const press = (name: string) => act(() => button(name).click());
const key = (pressed: string, more: KeyboardEventInit = {}) =>
  act(() => {
    const at = document.activeElement ?? document.body;
    at.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true, ...more }),
    );
  });
const click = (element: Element) =>
  act(() => void element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
const orders = () => posted.filter(({ type }) => type !== 'view' && type !== 'ready' && type !== 'shape');

async function open(shown: FlowMap = map, dictionary?: Record<string, string>) {
  await act(() => render(<App host={host} />, document.body));
  const view = { zoom: null, selected: null, showsPaths: false };
  await say({ type: 'start', state: { uri: 'file:///a' }, view, ...(dictionary && { dictionary }) });
  await say({ type: 'show', map: shown });
}

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  document.body.replaceChildren();
});
afterEach(async () => {
  await act(() => render(null, document.body));
  vi.useRealTimers();
});

describe('for a screen reader', () => {
  it('the map is a list of screens, each with what it is and where it leads', async () => {
    await open();
    expect(one('[role="listbox"]').getAttribute('aria-label')).toBe('Screens of the flow');
    expect(all('[role="option"]').map((found) => found.getAttribute('aria-label'))).toEqual([
      'START, The START. The flow opens here. Leads to DOWN by “Continue”.',
      'UP, The UP. Leads to END by “Continue”.',
      'DOWN, The DOWN. Leads to END by “Send”. 1 problem',
      'END, The END. The flow can end here.',
    ]);
  });

  it('one screen is reached by Tab: the first, then the selected one', async () => {
    await open();
    const reached = () => all('[role="option"][tabindex="0"]').map((found) => found.dataset['key']);
    expect(reached()).toEqual(['id:START']);
    await click(option('END'));
    expect(reached()).toEqual(['id:END']);
  });
});

describe('keys', () => {
  it('go along the ways, then to what lies there', async () => {
    await open();
    option('START').focus();
    await key('ArrowRight');
    expect(selected()).toEqual(['id:DOWN']);
    expect(document.activeElement).toBe(option('DOWN'));
    await key('ArrowUp');
    expect(selected()).toEqual(['id:UP']);
    await key('ArrowRight');
    await key('ArrowLeft');
    expect(selected()).toEqual(['id:UP']);
    await key('ArrowLeft');
    expect(selected()).toEqual(['id:START']);
    await key('End');
    await key('PageUp');
    expect(selected()).toEqual(['id:DOWN']);
  });

  it('show the text and play the screen', async () => {
    await open();
    option('UP').focus();
    await key('Enter');
    await key('p');
    await key(' ');
    await key('p', { ctrlKey: true });
    expect(orders()).toEqual([
      { type: 'reveal', key: 'id:UP', way: 0 },
      { type: 'play', key: 'id:UP' },
      { type: 'play', key: 'id:UP' },
    ]);
  });

  it('zoom', async () => {
    await open();
    option('START').focus();
    await key('1');
    expect(one('.percent').textContent).toBe('100 %');
    await key('+');
    expect(one('.percent').textContent).toBe('125 %');
    await key('-');
    expect(one('.percent').textContent).toBe('100 %');
  });
});

describe('what is selected', () => {
  it('can be shown in the text and played, with its problems and neighbours', async () => {
    await open();
    await click(option('DOWN'));
    await press('Show in Text');
    await press('Open in Local Preview');
    await press(problem.text);
    expect(orders()).toEqual([
      { type: 'reveal', key: 'id:DOWN', way: 0 },
      { type: 'play', key: 'id:DOWN' },
      { type: 'revealProblem', id: 7 },
    ]);
    expect(all('b')).toHaveLength(0);
    await press('END');
    expect(one('.details h2').textContent).toContain('DOWN → END');
    expect(one('.details').textContent).toContain('the endpoint may answer with this screen');
  });

  it('is an edge as well, and goes with Escape', async () => {
    await open();
    await click(one(`[data-key='["id:UP","id:END"]'] .reach`));
    expect(one('.details').textContent).toContain('routing_model does not have this way.');
    option('START').focus();
    await key('Escape');
    expect(all('.details')).toHaveLength(0);
  });

  it('is not played where no screen is', async () => {
    await open({ ...map, nodes: [node('GHOST', 0, 0, { key: 'id:GHOST', marks: ['missing'] })], edges: [] });
    await click(option('GHOST'));
    expect(all('.details .ways-out button')).toHaveLength(0);
  });

  it('is told to the host a moment later, for a page that comes back', async () => {
    await open();
    await click(option('UP'));
    await act(() => void vi.advanceTimersByTime(300));
    expect(posted.at(-1)).toMatchObject({ type: 'view', view: { selected: 'id:UP' } });
  });
});

describe('ways', () => {
  it('are dashed where only the model has them, red where a rule complains, marked where walked', async () => {
    await open({ ...map, edges: [...map.edges, edge('START', 'UP', { problems: [problem] })] });
    const looks = all('.way').map((way) => way.querySelector('path:not(.walked)')!.getAttribute('class'));
    expect(looks).toEqual(['edge', 'edge-dashed', 'edge', 'edge-problem']);
    expect(all('.way .walked')).toHaveLength(1);
  });
});

describe('paths', () => {
  it('are listed with a tick, and shown on the map', async () => {
    await open();
    await press('2 paths, 1 walked');
    expect(all('.path').map(({ textContent }) => textContent)).toEqual([
      'START › DOWN › END, walked',
      'START › UP › END',
    ]);
    await click(all('.path')[0]!);
    expect(all('.node.on-path')).toHaveLength(3);
    expect(all('.node.faded')).toHaveLength(1);
    expect(all('.way.lit')).toHaveLength(2);
    expect(all('.path')[0]!.getAttribute('aria-pressed')).toBe('true');
    await click(all('.path')[0]!);
    expect(all('.node.faded')).toHaveLength(0);
  });
});

describe('the page', () => {
  it('draws pictures as they come, their texts as texts', async () => {
    await open();
    option('UP').focus();
    // From as far away as in a page without a size, no picture is drawn.
    await key('1');
    const text = '<img src=x>';
    await say({
      type: 'thumbnails',
      thumbnails: { 'id:UP': [{ is: 'text', look: 'text', x: 1, y: 1, size: 7, text }] },
    });
    expect(all('svg text').some(({ textContent }) => textContent === text)).toBe(true);
    expect(all('img')).toHaveLength(0);
  });

  it('says why there is no map, or an older one', async () => {
    await open({ ...map, behind: { template: 'Line {0} is half typed.', args: [3] } });
    expect(one('.behind').textContent).toBe('Line 3 is half typed.');
    await say({ type: 'nothing', reason: { template: 'There is no screen yet.', args: [] } });
    expect(document.body.textContent).toContain('There is no screen yet.');
  });

  it('speaks the language of the window', async () => {
    await open(map, { Legend: 'Legende', '{0} screens': '{0} Bildschirme' });
    expect(one('.legend summary').textContent).toBe('Legende');
    expect(one('.count').textContent).toBe('4 Bildschirme');
  });

  it('asks for the export', async () => {
    await open();
    await press('Export as SVG');
    expect(orders()).toEqual([{ type: 'export' }]);
  });
});

describe('the shape of the page', () => {
  const became = (width: number, height: number) => {
    vi.stubGlobal('innerWidth', width);
    vi.stubGlobal('innerHeight', height);
    dispatchEvent(new Event('resize'));
  };
  afterEach(() => vi.unstubAllGlobals());

  it('is said where it changes, and not for every pixel around a square', () => {
    const said: boolean[] = [];
    became(500, 900);
    const stop = watchShape((isTall) => said.push(isTall));
    became(900, 900);
    became(905, 900);
    expect(said).toEqual([true]);
    became(1200, 900);
    became(900, 900);
    became(0, 0);
    expect(said).toEqual([true, false]);
    stop();
    became(500, 900);
    expect(said).toEqual([true, false]);
  });
});

describe('messages', () => {
  it('that are not ours are not read', () => {
    for (const value of [
      null,
      'ready',
      [],
      {},
      { type: 'reveal', key: 1, way: 0 },
      { type: 'revealProblem', id: 0.5 },
    ]) {
      expect(readToHost(value)).toBeUndefined();
    }
    const view = { zoom: { x: 0, y: 0, scale: NaN }, selected: null, showsPaths: true };
    expect(readToHost({ type: 'view', view })).toBeUndefined();
    expect(readToHost({ type: 'shape', isTall: 1 })).toBeUndefined();
    expect(readToHost({ type: 'shape', isTall: true, more: 1 })).toEqual({ type: 'shape', isTall: true });
    expect(readToHost({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
    for (const value of [
      null,
      {},
      { type: 'show', map: {} },
      { type: 'nothing', reason: 'x' },
      { type: 'start' },
    ]) {
      expect(readToPage(value)).toBeUndefined();
    }
    expect(readToPage({ type: 'show', map })).toBeDefined();
  });
});
