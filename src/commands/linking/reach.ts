import type { Link } from '../../links/types';
import type { Parts } from '../command';
import { checkOne } from './check';

/**
 * The links as this window can reach them: where several accounts have a space the person is asked which one it is, once
 * for all files. A single link that cannot be reached rejects with the reason; of many, the run says it of each.
 */
export async function reached(parts: Pick<Parts, 'links'>, links: readonly Link[]): Promise<readonly Link[]> {
  const unknown = new Map(links.filter(({ ref }) => ref === undefined).map((link) => [link.spaceId, link]));
  for (const link of unknown.values()) {
    try {
      await checkOne(parts, link);
    } catch (error) {
      if (links.length === 1) throw error;
    }
  }
  return unknown.size === 0 ? links : links.map((link) => parts.links.of(link.file)?.link ?? link);
}
