import type { Message } from '../../flowjson/message';
import type { Span } from '../../flowjson/text/span';
import type { FlowMap, MapEdge, MapNode, Problem } from '../../webview/map/contract';
import { complaintsAbout } from './complaints';
import type { LaidOut } from './layout';
import type { FlowGraph } from './model';
import { walkedEdges, type WalkedPaths } from './paths';

/** A problem with its place in the text. */
interface PlacedProblem extends Problem {
  readonly start: number;
  readonly end: number;
  readonly related: readonly Span[];
}

export interface MapSources {
  readonly name: string;
  readonly graph: FlowGraph;
  readonly laidOut: LaidOut;
  readonly leadsDown: boolean;
  readonly paths: WalkedPaths;
  readonly problems: readonly PlacedProblem[];
  /** Ways on which screens have been reached, by their ids. */
  readonly walks: readonly (readonly string[])[];
  readonly behind: Message | null;
}

/** More than these is not read on a card: the text has them all. */
const mostProblems = 20;

const severities: readonly Problem['severity'][] = ['error', 'warning', 'info'];

/** What matters most first; else in the order of the text. */
function bySeverity(a: Problem, b: Problem): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** The map as the page draws it. */
export function mapOf({
  name,
  graph,
  laidOut,
  leadsDown,
  paths,
  problems,
  walks,
  behind,
}: MapSources): FlowMap {
  const about = complaintsAbout(graph, problems);
  const walked = walkedEdges(walks);
  const of = (key: string): Problem[] =>
    [...(about.get(key) ?? [])]
      .sort(bySeverity)
      .slice(0, mostProblems)
      .map(({ id, severity, text }) => ({ id, severity, text }));
  return {
    name,
    nodes: graph.nodes.map(({ key, id, title, marks }): MapNode => ({
      key,
      id,
      title,
      marks,
      ...laidOut.nodes.get(key)!,
      problems: of(key),
      problemCount: about.get(key)?.length ?? 0,
    })),
    edges: graph.edges.map(({ key, from, to, ways, declared }): MapEdge => ({
      key,
      from,
      to,
      ways: ways.map(({ by, trigger }) => ({ by, trigger })),
      declared,
      walked: walked.has(key),
      ...laidOut.edges.get(key)!,
      problems: of(key),
    })),
    width: laidOut.width,
    height: laidOut.height,
    leadsDown,
    paths: paths.shown,
    pathCount: paths.count,
    allPaths: paths.all,
    walkedCount: paths.walked,
    problems: of(''),
    behind,
  };
}
