import type { Flow } from '../../flowjson/model/flow';
import { pathsThrough, walkedAlong } from '../../player/player';
import type { FlowGraph } from './model';
import type { MapPath } from '../../webview/map/contract';

export interface WalkedPaths {
  /** The first of them. */
  readonly shown: readonly MapPath[];
  readonly count: number;
  readonly all: boolean;
  readonly walked: number;
}

/** Longer lists help nobody. */
const mostShown = 100;

/** Finds out anew only where screens, ways or walks have changed: texts are typed far more often. */
export class PathBook {
  private last: { readonly signature: string; readonly paths: WalkedPaths } | undefined;

  of(flow: Flow, { nodes, edges }: FlowGraph, walks: readonly (readonly string[])[]): WalkedPaths {
    const outline = [nodes.map(({ key, marks }) => [key, marks]), edges.map(({ key }) => key), walks];
    const signature = JSON.stringify(outline);
    if (this.last?.signature !== signature) this.last = { signature, paths: walkedPaths(flow, walks) };
    return this.last.paths;
  }
}

/** The paths through a flow, and which of them have been walked. */
export function walkedPaths(flow: Flow, walks: readonly (readonly string[])[]): WalkedPaths {
  const { paths, complete } = pathsThrough(flow);
  const walked = walkedAlong(paths, walks);
  const all = paths.map((path, index): MapPath => {
    return { keys: path.map((id) => `id:${id}`), walked: walked[index]! };
  });
  return {
    shown: all.slice(0, mostShown),
    count: all.length,
    all: complete,
    walked: walked.filter(Boolean).length,
  };
}

/** The edges that a walk went along, as pairs of node keys. */
export function walkedEdges(walks: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(
    walks.flatMap((walk) =>
      walk.slice(1).map((id, index) => JSON.stringify([`id:${walk[index]!}`, `id:${id}`])),
    ),
  );
}
