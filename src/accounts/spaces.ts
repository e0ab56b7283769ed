import type { Cams } from '../cams/cams';
import { isPageRefusal } from '../cams/errors';
import type { CallOptions, Instance, InstancePage, Session } from '../cams/types';
import type { StoredAccount } from './accountStore';
import type { Space } from './types';

/** Rows asked for at once; the maximum is not documented, so the small number follows a refusal. */
const PAGE_SIZES = [100, 10];

/** Far more than anybody has; ends the listing should the service repeat itself with ever new ids. */
const MOST_PAGES = 100;

/** Channels of CAMS that have no WhatsApp Flows. Anything else, also the unknown, may have some. */
const OTHER_CHANNELS = ['messenger', 'instagram', 'viber'];

type SpacesOf = Pick<StoredAccount, 'spaces' | 'removedSpaces'>;

/** All spaces that ListInstance lists, each once, without those of other channels. */
export async function listInstances(
  cams: Cams,
  session: Session,
  options?: CallOptions,
): Promise<Instance[]> {
  for (const pageSize of PAGE_SIZES) {
    const found = await listPages((pageIndex) =>
      cams.listInstances(session, { pageIndex, pageSize }, options),
    );
    if (found !== undefined) return found.filter(isWhatsApp);
  }
  return [];
}

/** Undefined when not even the first page is given in this size. */
async function listPages(
  read: (pageIndex: number) => Promise<InstancePage>,
): Promise<Instance[] | undefined> {
  const found = new Map<string, Instance>();
  for (let pageIndex = 1, rows = 0; pageIndex <= MOST_PAGES; pageIndex++) {
    const page = await read(pageIndex).catch((error: unknown) => {
      if (isPageRefusal(error)) return undefined;
      throw error;
    });
    if (page === undefined) return pageIndex === 1 ? undefined : [...found.values()];
    const before = found.size;
    for (const instance of page.instances) {
      // A space with several channels has several rows: one of them may be WhatsApp's.
      const known = found.get(instance.spaceId);
      if (known === undefined || !isWhatsApp(known)) found.set(instance.spaceId, instance);
    }
    rows += page.instances.length;
    if (found.size === before || (page.total !== undefined && rows >= page.total)) break;
  }
  return [...found.values()];
}

function isWhatsApp({ spaceId, channelType }: Instance): boolean {
  return spaceId !== '' && !OTHER_CHANNELS.includes(channelType?.toLowerCase() ?? '');
}

/**
 * What CAMS lists and what was added by hand, together. Labels that the person chose stay, and so does
 * what they removed; what CAMS no longer lists goes.
 */
export function mergeSpaces({ spaces, removedSpaces }: SpacesOf, instances: readonly Instance[]): Space[] {
  const known = new Map(spaces.map((space) => [space.id, space]));
  const listed = instances
    .filter(({ spaceId }) => !removedSpaces.includes(spaceId) && known.get(spaceId)?.origin !== 'added')
    .map(({ spaceId, name }): Space => {
      const before = known.get(spaceId);
      return before?.renamed ? before : { id: spaceId, label: name ?? spaceId, origin: 'listed' };
    });
  return [...listed, ...spaces.filter(({ origin }) => origin === 'added')];
}

/** With a space that was added by its ID; a known one gets the label. */
export function withSpace({ spaces, removedSpaces }: SpacesOf, id: string, label: string): SpacesOf {
  return {
    spaces: [...spaces.filter((space) => space.id !== id), { id, label, origin: 'added' }],
    removedSpaces: removedSpaces.filter((removed) => removed !== id),
  };
}

export function withSpaceRenamed({ spaces, removedSpaces }: SpacesOf, id: string, label: string): SpacesOf {
  return {
    spaces: spaces.map((space) => (space.id === id ? { ...space, label, renamed: true } : space)),
    removedSpaces,
  };
}

/** Without a space, also when CAMS goes on listing it. */
export function withoutSpace({ spaces, removedSpaces }: SpacesOf, id: string): SpacesOf {
  return {
    spaces: spaces.filter((space) => space.id !== id),
    removedSpaces: [...new Set([...removedSpaces, id])],
  };
}
