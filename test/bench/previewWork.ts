import dagre from '@dagrejs/dagre';
import { parseFlow } from '../../src/flowjson/analyse';
import type { Flow } from '../../src/flowjson/model/flow';
import { structuralProblems } from '../../src/flowjson/text/syntaxProblems';
import { carryOver, project, start, type PlayerState } from '../../src/player/player';
import { layout } from '../../src/preview/map/layout';
import { graphOf } from '../../src/preview/map/model';
import { defaultLook, type Picture, type ToPage } from '../../src/webview/local/contract';
import { Packer } from '../../src/webview/local/parcels';
import { footer, screen } from '../unit/flowjson/support';
import { denseFlow, ordinaryFlow } from './flows';
import { inTurns, timed } from './timing';

const KB = 1024;
const MB = 1024 * KB;

/** The host's part of one keystroke: it reads the text, and makes the message for the page in a turn of its own. */
class Host {
  private readonly packer = new Packer();
  private last: Flow;
  private flow: Flow;
  private state: PlayerState;

  constructor(text: string, screen: string | undefined) {
    this.last = this.flow = parseFlow(text);
    this.state = start(this.flow, { screen }).state;
  }

  get started(): string {
    const state = { uri: 'file:///a.flow.json', pinned: false };
    return JSON.stringify({ type: 'start', state, language: 'en', look: defaultLook } satisfies ToPage);
  }

  /** While a text is half typed, the flow stays what it was. */
  read(text: string): void {
    this.last = parseFlow(text, this.last);
    if (structuralProblems(this.last.tree).length > 0) return;
    this.flow = this.last;
    this.state = carryOver(this.flow, this.state).state;
  }

  get message(): string {
    const picture: Picture = {
      name: 'a.flow.json',
      pinned: false,
      projection: project(this.flow, this.state),
      flags: {},
      mark: null,
      elsewhere: null,
      behind: null,
      shownAs: null,
      screens: this.flow.screens.flatMap(({ id }) => id ?? []),
      hosted: false,
      round: 0,
    };
    const { value, parcels } = this.packer.pack(picture);
    return JSON.stringify({ type: 'show', picture: value, parcels } satisfies ToPage);
  }
}

/** Where labels begin, one of these parts of all on: in the middle of a large flow as well as at its ends. */
function labelPlaces(text: string, parts: readonly number[]): number[] {
  const places = [...text.matchAll(/"label": "/g)].map(({ index, 0: found }) => index + found.length);
  return parts.map((part) => places[Math.floor(part * places.length)]!);
}

const typed = (text: string, place: number, added: string): string =>
  text.slice(0, place) + added + text.slice(place);

/** Keys typed into a label of the screen that is shown: what each took, and the message that it gave. */
export function keystrokes() {
  const text = ordinaryFlow(200 * KB);
  const [place] = labelPlaces(text, [0.5]) as [number];
  const flow = parseFlow(text);
  const shown = flow.screens.find(({ node }) => flow.tree.span(node).end > place)?.id;
  const host = new Host(text, shown);
  const first = { start: host.started, show: host.message };
  const keys = Array.from({ length: 80 }, (_, index) => 'Where do you live? '.repeat(5).slice(0, index + 1));
  const steps = keys.map((added) => {
    let message = '';
    const took = timed(() => {
      host.read(typed(text, place, added));
      message = host.message;
    });
    return { took, message };
  });
  const anew = timed(() => new Host(text, shown).message);
  return { first, steps, anew };
}

/** One screen with more components than anybody may have on a hundred. */
function crowdedFlow(): string {
  const input = (index: number) => ({
    type: 'TextInput',
    name: `input_${index}`,
    label: 'A label',
    'helper-text': 'What to write here. '.repeat(17),
  });
  const components = Array.from({ length: 20_000 }, (_, index) => input(index));
  const only = screen([...components, footer({ name: 'complete', payload: {} })], {
    id: 'ONLY',
    terminal: true,
  });
  return JSON.stringify({ version: '7.3', screens: [only] }, undefined, 2);
}

/** Each turn's least time of so many runs counts: the machine is shared, and noise only adds. */
const RUNS = 3;

/** What each turn of the host took, over keys typed here and there in a text. */
function turns(text: string): number[] {
  const host = new Host(text, undefined);
  return labelPlaces(text, [0, 0.1, 0.5, 0.9]).flatMap((place) =>
    ['x', 'xy', '${', '${data.', '"', '', '\\', '', '",\n"visible": ', '', 'z', ''].flatMap((added) => {
      const next = typed(text, place, added);
      // As a document gives its text: in one piece.
      next.charCodeAt(0);
      return [timed(() => host.read(next)), timed(() => host.message)];
    }),
  );
}

/** The longest that a keystroke holds up the extension host, in flows of 10 MB. */
export function pauses() {
  const flows = {
    'images in base64': ordinaryFlow(10 * MB),
    'many screens': denseFlow(10 * MB),
    '20,000 components on one screen': crowdedFlow(),
  };
  return Object.entries(flows).map(([name, text]) => {
    const runs = Array.from({ length: RUNS }, () => turns(text));
    const least = runs[0]!.map((_, turn) => Math.min(...runs.map((run) => run[turn]!)));
    return { name, longest: Math.max(...least), anew: timed(() => new Host(text, undefined).message) };
  });
}

/** Laying out 100 screens that lead to each other in many ways, ours and dagre alone. */
export async function map() {
  const flow = parseFlow(denseFlow(700 * KB));
  const graph = graphOf(flow);
  const nodes = graph.nodes.slice(0, 100);
  const known = new Set(nodes.map(({ key }) => key));
  const edges = graph.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  // A way on from every screen, and some ways back and past others.
  const more = nodes.flatMap(({ key }, index) =>
    index % 3 === 0 && index + 4 < nodes.length
      ? [{ key: `past ${key}`, from: key, to: nodes[index + 4]!.key }]
      : [],
  );
  const outline = { nodes: nodes.map(({ key }) => key), edges: [...edges, ...more] };
  const [ours, alone] = await inTurns(9, [
    () => layout(outline),
    () => {
      const bare = new dagre.graphlib.Graph({ multigraph: true });
      bare.setGraph({ rankdir: 'LR' });
      for (const key of outline.nodes) bare.setNode(key, { width: 180, height: 320 });
      for (const { key, from, to } of outline.edges) bare.setEdge(from, to, {}, key);
      dagre.layout(bare);
    },
  ]);
  return { screens: nodes.length, edges: outline.edges.length, ours: ours!, alone: alone! };
}
