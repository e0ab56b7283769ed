import type { Flow } from '../../flowjson/model/flow';
import { DisposableStore } from '../../platform/disposable';
import type { Thumbnails } from '../../webview/map/contract';
import type { Shape } from '../../webview/map/drawing/shapes';
import type { FlowGraph } from './model';
import { thumbnailOf } from './thumbnail/thumbnail';

/** So long one turn of drawing may take, in milliseconds: typing goes on meanwhile. */
const turn = 8;

/** Draws the pictures of screens in small turns, and hands on those that are new. */
export class ThumbnailFeed extends DisposableStore {
  private readonly sent = new Map<string, readonly Shape[]>();
  private asked = 0;

  constructor(private readonly post: (thumbnails: Thumbnails) => void) {
    super();
  }

  /** The page knows none any more. */
  reset(): void {
    this.sent.clear();
  }

  /** Draws the screens of a map; what was asked for before is given up. Resolves when all are drawn. */
  async draw(flow: Flow, { nodes }: FlowGraph): Promise<void> {
    const asked = (this.asked += 1);
    let began = performance.now();
    let fresh: Record<string, readonly Shape[]> = {};
    const handOn = (): void => {
      if (Object.keys(fresh).length > 0) this.post(fresh);
      fresh = {};
    };
    for (const { key, screen } of nodes) {
      if (screen === undefined) continue;
      const shapes = thumbnailOf(flow, screen);
      if (this.sent.get(key) !== shapes) {
        this.sent.set(key, shapes);
        fresh[key] = shapes;
      }
      if (performance.now() - began < turn) continue;
      handOn();
      await new Promise((resolve) => setImmediate(resolve));
      if (this.isDisposed || asked !== this.asked) return;
      began = performance.now();
    }
    handOn();
  }
}
