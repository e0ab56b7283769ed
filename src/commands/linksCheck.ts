import { l10n, window } from 'vscode';
import { differing } from '../links/linkLooks';
import { withViewProgress } from '../platform/progress';
import type { Command } from './command';
import { runOver } from './linking/run';

export const linksCheck: Command = async (parts) => {
  await parts.links.load();
  const links = parts.links.all.map(({ link }) => link);
  if (links.length === 0) {
    void window.showInformationMessage(l10n.t('No file of this workspace is linked to a WhatsApp Flow yet.'));
    return;
  }
  const title = l10n.t('Comparing with {0}', parts.links.environment);
  const { results, cancelled } = await withViewProgress(
    () => runOver(title, links, (links, run) => parts.links.check(links, run)),
    'camsFlows.changes',
  );
  // When CAMS cannot be reached at all, that is what a person should read, not a thousand rows.
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0 && failed.length === results.length && !cancelled) throw failed[0]!.error;
  const different = parts.links.all.filter(({ status }) => differing.has(status)).length;
  const sentence = cancelled
    ? l10n.t('Comparing was cancelled: {0} of {1} files were compared', results.length, links.length)
    : l10n.t('Linked files that differ from their flows: {0} of {1}', different, links.length);
  window.setStatusBarMessage(sentence, 10_000);
};
