import type { Uri } from 'vscode';
import { sentenceOf } from '../../../accounts/explain';
import type { Flow } from '../../../flows/types';
import type { Parts } from '../../command';
import type { Place } from './place';
import type { Pairing } from './plan';
import type { FolderRow } from './rows';

/** Links that are written at once: few enough to be cancelled in between, many enough to be quick. */
const AT_ONCE = 50;

/** Links files to flows that are there, in the manifests alone: some at a time, so that what is done stays. */
export async function linkAll(
  parts: Parts,
  { space, environment }: Place,
  pairings: readonly Pairing[],
  signal: AbortSignal,
): Promise<FolderRow[]> {
  const rows: FolderRow[] = [];
  for (let start = 0; start < pairings.length; start += AT_ONCE) {
    const some = pairings.slice(start, start + AT_ONCE);
    if (signal.aborted) {
      rows.push(...some.map((pairing) => rowOf(pairing, { outcome: 'notTried' })));
      continue;
    }
    const refusals = new Map(
      some.flatMap(({ file }): [Uri, string][] => {
        const obstacle = parts.links.obstacle(file, space, environment);
        return obstacle === undefined ? [] : [[file, sentenceOf(obstacle)]];
      }),
    );
    const fit = some.filter(({ file }) => !refusals.has(file));
    const failure = await parts.links
      .addMany(
        fit.map(({ file, flow }) => ({ file, ref: flow.ref })),
        environment,
      )
      .then(() => undefined, sentenceOf);
    for (const pairing of some) {
      const reason = refusals.get(pairing.file) ?? failure;
      const isLinked = reason === undefined || isThere(parts, environment, pairing);
      rows.push(rowOf(pairing, isLinked ? { outcome: 'linked' } : { outcome: 'failed', reason }));
    }
  }
  return rows;
}

/** Some manifests may have been written before one could not be. */
function isThere({ links }: Parts, environment: string, { file, flow }: Pairing): boolean {
  return links
    .everywhere(file)
    .some((link) => link.environment === environment && link.flowId === flow.ref.flowId);
}

function rowOf({ file, flow }: Pairing, row: Pick<FolderRow, 'outcome' | 'reason'>): FolderRow {
  return { file, flow: nameOf(flow), ...row };
}

export function nameOf({ name, ref }: Flow): string {
  return name ?? ref.flowId;
}
