import * as vscode from 'vscode';
import { isLive } from '../../documents/statuses';
import type { FlowRef } from '../../flows/types';
import type { Link } from '../../links/types';
import { throwIfCancelled } from '../../platform/cancellation';
import { showWarningMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { flowName, someOf, spaceName } from './texts';

/**
 * Asks before anything is sent to flows that people use now, and before many are changed at once: how many, where to, and
 * which of them are live. True for one draft without a question.
 */
export async function confirmPush(parts: Parts, links: readonly Link[]): Promise<boolean> {
  const published = await withLateProgress(vscode.l10n.t('Looking which flows are published'), (signal) =>
    liveOnes(parts, links, signal),
  );
  if (links.length === 1 && published.length === 0) return true;
  const where = someOf([...new Set(links.map((link) => placeOf(parts, link)))], 3);
  const question =
    links.length === 1
      ? vscode.l10n.t('Push to the published flow {0} in {1}?', flowName(parts, links[0]!), where)
      : vscode.l10n.t('Push {0} files to {1}?', links.length, where);
  const names = someOf(published.map((link) => flowName(parts, link)));
  const warning =
    links.length === 1
      ? vscode.l10n.t('A change may make it a draft again: it must be published again then.')
      : vscode.l10n.t(
          'Published: {0}. A change may make them drafts again: they must be published again then.',
          names,
        );
  const push = vscode.l10n.t('Push');
  const detail = published.length === 0 ? undefined : warning;
  return (await showWarningMessage(question, { modal: true, detail }, push)) === push;
}

export function placeOf(parts: Parts, link: Link): string {
  return vscode.l10n.t('{0} ({1})', link.environment, spaceName(parts, link));
}

/** At the speed of the quota, as far as it is not known. Where it cannot be known the push will fail as well, and say why. */
async function liveOnes({ flows }: Parts, links: readonly Link[], signal: AbortSignal): Promise<Link[]> {
  const lane = links.length > 1 ? 'background' : 'person';
  const readFlow = (ref: FlowRef) =>
    flows.read(ref, { signal, lane }).catch(() => {
      throwIfCancelled(signal);
      return undefined;
    });
  const found = await Promise.all(
    links.map(async (link) => {
      if (link.ref === undefined) return [];
      const known = flows.get(link.ref);
      const flow = known?.status === undefined ? await readFlow(link.ref) : known;
      return isLive(flow?.status) ? [link] : [];
    }),
  );
  return found.flat();
}
