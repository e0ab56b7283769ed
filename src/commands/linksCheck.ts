import { l10n } from 'vscode';
import { differing } from '../links/linkLooks';
import { setStatusBarMessage, showInformationMessage } from '../platform/messages';
import { withViewProgress } from '../platform/progress';
import type { Command } from './command';
import { runOver } from './linking/run';

export const linksCheck: Command = async (parts) => {
  await parts.links.load();
  const links = parts.links.all.map(({ link }) => link);
  if (links.length === 0) {
    void showInformationMessage(l10n.t('No file of this workspace is linked to a WhatsApp Flow yet.'));
    return;
  }
  const title = l10n.t('Comparing with {0}', parts.links.environment);
  const { results, cancelled } = await withViewProgress(
    () => runOver(title, links, (links, run) => parts.links.check(links, run)),
    'camsFlows.changes',
  );
  const tried = results.filter(({ outcome }) => outcome !== 'skipped');
  if (cancelled) {
    const sentence = l10n.t(
      'Comparing was cancelled: {0} of {1} files were compared',
      tried.length,
      links.length,
    );
    setStatusBarMessage(sentence, 10_000);
    return;
  }
  // When CAMS cannot be reached at all, or not any more, that is what a person should read, not a thousand rows.
  const failed = tried.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0 && (failed.length === tried.length || tried.length < results.length))
    throw failed.at(-1)!.error;
  const different = parts.links.all.filter(({ status }) => differing.has(status)).length;
  const sentence = l10n.t('Linked files that differ from their flows: {0} of {1}', different, links.length);
  const unknown = l10n.t('files that could not be compared: {0}', failed.length);
  setStatusBarMessage(failed.length === 0 ? sentence : `${sentence}; ${unknown}`, 10_000);
};
