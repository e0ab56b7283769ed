import { properties, valueOf, type Node } from '../text/nodes';

/** What a JSON text is: a WhatsApp Flow, a conversation canvas of CAMS ("Chat Flow"), or anything else. */
export type KindOfJson = 'flow' | 'chat-flow' | 'other';

/**
 * Says what a text is from its top level; tolerant of half-typed text, where too little to tell counts as a flow. Looks at
 * the top level and the first screen only.
 *
 * Of Chat Flow exports no format is documented. What makes a canvas a canvas is looked for: nodes that edges connect.
 *
 * @param tree a `FlowTree`: its top level, and its screens apart from it
 */
export function recogniseFlow(tree: RecognisableTree): KindOfJson {
  const { top, screens, text, tooDeep } = tree;
  if (top === undefined) return tooDeep || text.trim() === '' ? 'flow' : 'other';
  if (top.type !== 'object') return 'other';
  if (isCanvas(top)) return 'chat-flow';
  let foreign = 0;
  for (const { key, value } of properties(top)) {
    if (surelyOfFlows.has(key)) return 'flow';
    if (value !== undefined && key !== 'version' && key !== 'screens') foreign += 1;
  }
  const hasScreens = valueOf(top, 'screens') !== undefined;
  if (hasScreens && (screens.length === 0 ? foreign === 0 : screens.some(isLikeScreen))) return 'flow';
  const versioned = versionText.test(String(valueOf(top, 'version')?.value));
  return foreign === 0 || (versioned && (hasScreens || foreign === 1)) ? 'flow' : 'other';
}

/** What {@link recogniseFlow} needs of a `FlowTree`. */
interface RecognisableTree {
  readonly text: string;
  readonly tooDeep: boolean;
  readonly top: Node | undefined;
  readonly screens: readonly Node[];
}

const surelyOfFlows = new Set(['routing_model', 'data_api_version', 'data_channel_uri']);
const versionText = /^\d{1,3}\.\d{1,3}$/;
const screenKeys = new Set(['id', 'title', 'layout', 'terminal', 'data', 'refresh_on_back', 'success']);

function isLikeScreen(node: Node): boolean {
  const keys = properties(node);
  return node.type === 'object' && (keys.length === 0 || keys.some(({ key }) => screenKeys.has(key)));
}

const nodeLists = new Set(['nodes', 'nodelist', 'flownodes']);
const edgeLists = new Set(['edges', 'edgelist', 'flowedges', 'lines', 'connections']);
const wrappers = new Set([
  'data',
  'flow',
  'chatflow',
  'flowdata',
  'flowcontent',
  'content',
  'canvas',
  'graph',
]);

/** A list of nodes and a list of what connects them, at the top or one level below it. */
function isCanvas(top: Node): boolean {
  if (hasGraph(top)) return true;
  return properties(top).some(
    ({ key, value }) => wrappers.has(key.toLowerCase()) && value?.type === 'object' && hasGraph(value),
  );
}

function hasGraph(node: Node): boolean {
  let nodes = false;
  let edges = false;
  for (const { key, value } of properties(node)) {
    if (value?.type !== 'array') continue;
    const name = key.toLowerCase();
    nodes ||= nodeLists.has(name);
    edges ||= edgeLists.has(name);
  }
  return nodes && edges;
}

/** How far {@link looksLikeFlow} reads, in UTF-16 units; texts in base64 are jumped over and do not count. */
const farEnough = 16 * 1024;

/**
 * Whether a text may be Flow JSON, also half typed: asked of every JSON file that is opened, before anything of the
 * language is loaded. Reads the beginning of the text without parsing it: only names of the top level count, so that a
 * schema or a list of flows, which has the same words deeper inside, is not mistaken for a flow.
 */
export function looksLikeFlow(text: string): boolean {
  let depth = 0;
  let versioned = false;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let read = 0; at < text.length && read < farEnough; at += 1, read += 1) {
    switch (text.charCodeAt(at)) {
      case 0x20: // white space
      case 0x09:
      case 0x0a:
      case 0x0d:
        break;
      case 0x7b: // {
        depth += 1;
        break;
      case 0x5b: // [
        if (depth === 0) return false;
        depth += 1;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth -= 1;
        break;
      case 0x22: {
        const end = endOfString(text, at);
        if (depth === 1 && colonNext.test(text.slice(end + 1, end + 16))) {
          const name = text.slice(at + 1, Math.min(end, at + 32));
          if (surelyOfFlows.has(name)) return true;
          if (name === 'version') versioned = shortVersion.test(text.slice(end, end + 24));
          if (name === 'screens' && (versioned || holdsScreens(text, end + 1))) return true;
        }
        at = end;
        break;
      }
      case 0x2f: // a comment: refused in Flow JSON, but still the flow that its author means
        at = endOfComment(text, at);
        break;
      default:
        if (depth === 0) return false;
    }
  }
  return false;
}

const colonNext = /^\s*:/;
const shortVersion = /^"\s*:\s*"\d{1,3}\.\d{1,3}"/;

/** Whether a list with something that only screens have begins soon after this place. */
function holdsScreens(text: string, from: number): boolean {
  const beginning = text.slice(from, from + 2048);
  return /^\s*:\s*\[/.test(beginning) && (beginning.includes('"layout"') || beginning.includes('"terminal"'));
}

function endOfComment(text: string, start: number): number {
  const end = text.charCodeAt(start + 1) === 0x2a ? text.indexOf('*/', start) + 1 : text.indexOf('\n', start);
  return end > start ? end : text.length;
}

/** The offset of the closing quote, or where the text ends. */
function endOfString(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return quote;
    from = quote + 1;
  }
}
