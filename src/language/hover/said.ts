import type { Span } from '../../flowjson/text/span';
import type { Flow } from '../../flowjson/model/flow';
import type { Node } from '../../flowjson/text/nodes';
import type { Passage } from '../context/passage';

/** The node that the mouse rests on. */
export interface Spot {
  readonly flow: Flow;
  readonly offset: number;
  readonly node: Node;
}

/** What is said, and about which stretch. */
export interface Said {
  readonly span: Span;
  readonly passages: readonly Passage[];
}
