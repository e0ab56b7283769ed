import type { Node } from 'jsonc-parser';
import { once } from '../once';

/**
 * A node of an earlier reading, elsewhere in a later one. What lies below it is moved only when somebody looks: of the many
 * components of a screen hardly any changes at a keystroke, and most are not looked at before the next one.
 */
export class MovedNode implements Node {
  readonly type: Node['type'];
  readonly offset: number;
  readonly length: number;
  readonly value?: unknown;
  readonly colonOffset?: number;
  private readonly from: Node;
  private readonly by: number;
  private below: Node[] | undefined;

  constructor(
    from: Node,
    by: number,
    readonly parent: Node | undefined,
  ) {
    this.type = from.type;
    this.offset = from.offset + by;
    this.length = from.length;
    this.value = from.value;
    if (from.colonOffset !== undefined) this.colonOffset = from.colonOffset + by;
    // Always from the first reading: a chain of readings would keep all of them in memory.
    const moved = from instanceof MovedNode;
    this.from = moved ? from.from : from;
    this.by = moved ? from.by + by : by;
  }

  /** See {@link originOf}. */
  get origin(): Node {
    return this.from;
  }

  get children(): Node[] | undefined {
    return (this.below ??= this.from.children?.map((child) => new MovedNode(child, this.by, this)));
  }
}

/** The same node in the first reading: it says the same, but knows nothing of where it stands now. */
export const originOf = (node: Node): Node => (node instanceof MovedNode ? node.origin : node);

/**
 * A question about what a node says, not where it stands, answered once: also for the same node of later readings. The
 * answer must not hold nodes.
 */
export function onceForContent<Answer>(find: (node: Node) => Answer): (node: Node) => Answer {
  const known = once(find);
  return (node) => known(originOf(node));
}
