import type { Life } from './lives';
import type { Machine } from './machine';
import { STORAGE } from './program';
import { textOf } from './texts';

export interface JournalFile {
  readonly path: string;
  readonly flowId: string;
  /** Who wrote it: two windows may send the same text at the same time. */
  readonly by: Life | undefined;
  /** Meanings of what lay on CAMS, and of what was to be sent. */
  readonly before?: string;
  readonly after: string;
}

/** What the disk says is under way: from outside, as a program would find it that starts now. */
export function journalFiles({ files, namedBy }: Machine): JournalFile[] {
  return [...files].flatMap(([path, bytes]) => {
    if (!path.startsWith(`${STORAGE.path}/journal/`) || !path.endsWith('.json')) return [];
    const { ref, ...rest } = JSON.parse(textOf(bytes)) as JournalFile & { ref: { flowId: string } };
    return [{ ...rest, path, flowId: ref.flowId, by: namedBy.get(path) }];
  });
}
