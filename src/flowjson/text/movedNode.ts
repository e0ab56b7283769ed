import type { Node } from 'jsonc-parser';

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

  get children(): Node[] | undefined {
    return (this.below ??= this.from.children?.map((child) => new MovedNode(child, this.by, this)));
  }
}
