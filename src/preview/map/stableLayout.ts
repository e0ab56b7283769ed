import type { FlowGraph } from './model';
import { layout, type LaidOut } from './layout';

/** Lays a map out again only where its screens, the ways between them, or its shape have changed: texts may be typed in peace. */
export class StableLayout {
  private last: { readonly signature: string; readonly laidOut: LaidOut } | undefined;

  of({ nodes, edges }: FlowGraph, leadsDown = false): LaidOut {
    const keys = nodes.map(({ key }) => key);
    const signature = JSON.stringify([leadsDown, keys, edges.map(({ key }) => key)]);
    if (this.last?.signature !== signature) {
      const ways = edges.map(({ key, from, to }) => ({ key, from, to }));
      this.last = { signature, laidOut: layout({ nodes: keys, edges: ways }, leadsDown) };
    }
    return this.last.laidOut;
  }
}
