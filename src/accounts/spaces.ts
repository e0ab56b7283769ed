import type { Cams } from '../cams/cams';
import type { CallOptions, Instance, Session } from '../cams/types';
import type { StoredAccount } from './accountStore';
import type { Space } from './types';

/** Rows asked for at once. The service may give fewer: its maximum is not documented. */
const PAGE_SIZE = 100;

/** Far more than anybody has; ends the listing should the service repeat itself with ever new ids. */
const MOST_PAGES = 100;

/** Channels of CAMS that have no WhatsApp Flows. Anything else, also the unknown, may have some. */
const OTHER_CHANNELS = ['messenger', 'instagram', 'viber'];

/** All spaces that ListInstance lists, each once, without those of other channels. */
export async function listInstances(
  cams: Cams,
  session: Session,
  options?: CallOptions,
): Promise<Instance[]> {
  const found = new Map<string, Instance>();
  for (let pageIndex = 1, rows = 0; pageIndex <= MOST_PAGES; pageIndex++) {
    const page = await cams.listInstances(session, { pageIndex, pageSize: PAGE_SIZE }, options);
    const fresh = page.instances.filter((instance) => !found.has(instance.spaceId));
    for (const instance of fresh) if (!found.has(instance.spaceId)) found.set(instance.spaceId, instance);
    rows += page.instances.length;
    if (fresh.length === 0 || (page.total !== undefined && rows >= page.total)) break;
  }
  return [...found.values()].filter(
    ({ channelType }) => channelType === undefined || !OTHER_CHANNELS.includes(channelType.toLowerCase()),
  );
}

/**
 * What CAMS lists and what was added by hand, together. Labels that the person chose stay, and so does
 * what they removed; what CAMS no longer lists goes.
 */
export function mergeSpaces(
  account: Pick<StoredAccount, 'spaces' | 'removedSpaces'>,
  instances: readonly Instance[],
): Space[] {
  const known = new Map(account.spaces.map((space) => [space.id, space]));
  const listed = instances
    .filter(({ spaceId }) => spaceId !== '' && !account.removedSpaces.includes(spaceId))
    .filter(({ spaceId }) => known.get(spaceId)?.origin !== 'added')
    .map(({ spaceId, name }): Space => {
      const before = known.get(spaceId);
      return before?.renamed ? before : { id: spaceId, label: name ?? spaceId, origin: 'listed' };
    });
  return [...listed, ...account.spaces.filter(({ origin }) => origin === 'added')];
}
