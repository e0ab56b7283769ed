import type { Disposable } from '../platform/disposable';
import type { Node } from './nodes';

/** Rows that changed within this time are told together, in milliseconds. */
const ROW_DELAY = 100;

/** After a list was drawn, the next drawing waits at least this long, and this much longer for each of its rows. */
const LIST_DELAY = 200;
const LIST_DELAY_PER_ROW = 1;

/**
 * Tells VS Code what to draw anew. A changed row is cheap. A changed list is drawn whole, so the time
 * between two drawings grows with the list: drawing takes a bounded share of the time, and a listing
 * page by page costs in proportion to its length, not to its square.
 */
export class TreeUpdates implements Disposable {
  private readonly rows = new Set<Node>();
  private readonly lists = new Set<Node | undefined>();
  private rowTimer: NodeJS.Timeout | undefined;
  private listTimer: NodeJS.Timeout | undefined;
  /** By the clock that nobody sets: a tree must not stand still because the date was corrected. */
  private notBefore = 0;

  constructor(
    private readonly fire: (nodes: (Node | undefined)[]) => void,
    private readonly rowCount: () => number,
  ) {}

  row(node: Node): void {
    this.rows.add(node);
    this.rowTimer ??= setTimeout(() => {
      this.rowTimer = undefined;
      const nodes = [...this.rows];
      this.rows.clear();
      this.fire(nodes);
    }, ROW_DELAY);
  }

  /** What hangs on `node`; undefined for the whole tree. */
  list(node: Node | undefined): void {
    this.lists.add(node);
    this.listTimer ??= setTimeout(() => this.flush(), Math.max(0, this.notBefore - performance.now()));
  }

  /** For what a person does and wants to see at once. */
  now(node: Node | undefined): void {
    this.lists.add(node);
    this.flush();
  }

  /** What waits to be drawn is told now. */
  settle(): void {
    if (this.listTimer !== undefined) this.flush();
  }

  dispose(): void {
    clearTimeout(this.rowTimer);
    clearTimeout(this.listTimer);
  }

  private flush(): void {
    clearTimeout(this.listTimer);
    this.listTimer = undefined;
    const nodes = [...this.lists];
    this.lists.clear();
    this.notBefore = performance.now() + LIST_DELAY + LIST_DELAY_PER_ROW * this.rowCount();
    this.fire(nodes);
  }
}
