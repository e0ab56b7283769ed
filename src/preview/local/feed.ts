import type { Message } from '../../flowjson/message';
import type { Projection } from '../../player/player';
import type { LogEntry, Picture, ToPage } from '../../webview/local/contract';
import { Packer } from '../../webview/local/parcels';
import { isSame } from '../isSame';
import type { Play } from './play';

/** Tells a page what is different from what it knows, and nothing else. */
export class Feed {
  private packer = new Packer();
  private readonly told = new Map<string, ToPage>();
  private log: readonly LogEntry[] = [];

  /** The page was loaded again: it knows nothing. */
  reset(): void {
    this.packer = new Packer();
    this.told.clear();
    this.log = [];
  }

  messages(picture: Picture, play: Play): ToPage[] {
    const packed = this.packer.pack(picture);
    return [
      ...this.ifNew({ type: 'show', picture: packed.value, parcels: packed.parcels }),
      ...this.newEntries(play.log),
      ...this.ifNew({ type: 'waiting', waiting: play.waiting }),
      ...this.ifNew({ type: 'data', data: play.data }),
      ...this.ifNew({ type: 'endpoint', endpoint: play.endpoint }),
    ];
  }

  nothing(reason: Message): ToPage[] {
    return this.ifNew({ type: 'nothing', reason });
  }

  draw(screens: readonly Projection[] | null, then: 'copy' | 'save'): ToPage {
    // Drawn once and forgotten: what the page keeps stays as it is.
    const { value, parcels } = new Packer().pack(screens);
    return { type: 'draw', screens: value, then, parcels };
  }

  private ifNew(message: ToPage): ToPage[] {
    // A page shows a picture or nothing: each makes the other one new.
    const about = message.type === 'nothing' ? 'show' : message.type;
    if (isSame(this.told.get(about), message)) return [];
    this.told.set(about, message);
    return [message];
  }

  /** Lines that stay as they were are the same objects. */
  private newEntries(log: readonly LogEntry[]): ToPage[] {
    const before = this.log;
    this.log = log;
    if (log === before) return [];
    // Of a very long log the oldest lines go: places say nothing.
    const known = new Set(before);
    const at = log.findIndex((entry) => !known.has(entry));
    if (at < 0 && log.length === before.length) return [];
    const kept = log[(at < 0 ? log.length : at) - 1];
    return [
      { type: 'log', from: kept === undefined ? 0 : kept.number + 1, entries: at < 0 ? [] : log.slice(at) },
    ];
  }
}
