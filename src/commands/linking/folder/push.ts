import { l10n } from 'vscode';
import { showInformationMessage, showWarningMessage } from '../../../platform/messages';
import type { Parts } from '../../command';
import { pushLinks } from '../push';
import { pathOf, someOf } from '../texts';
import { linksAt } from './look';
import type { Place } from './place';

/** Says what was done and what differs now; pushes it when the person wants that. */
export async function offerPush(parts: Parts, place: Place, summary: string): Promise<void> {
  const wanted = new Set(linksAt(parts, place).map(({ file }) => file.toString()));
  const states = parts.links.under([place.folder]).filter(({ link }) => wanted.has(link.file.toString()));
  const changed = states.filter(({ status }) => status === 'changedHere').map(({ link }) => link);
  const others = states.filter(({ status }) => status === 'conflict').map(({ link }) => link);
  const count = changed.length + others.length;
  if (count === 0) {
    void showInformationMessage(summary);
    return;
  }
  const push = count === 1 ? l10n.t('Push 1 File…') : l10n.t('Push {0} Files…', count);
  const sentence = l10n.t('{0} Files that differ from their flows: {1}.', summary, count);
  if ((await showInformationMessage(sentence, push)) !== push) return;
  // No text is known that both sides had in common: nothing that a merge could begin with.
  const strangers = others.filter(({ synced }) => synced === undefined);
  const conflicts = others.filter(({ synced }) => synced !== undefined);
  const overwrite =
    strangers.length > 0 && (await asksToOverwrite(strangers.map(({ file }) => pathOf(file))));
  if (overwrite === undefined) return;
  // Real conflicts are never among those that may be overwritten: the push says that each of them needs a merge.
  const links = overwrite ? [...changed, ...strangers] : [...changed, ...conflicts];
  if (links.length > 0) await pushLinks(parts, links, { overwrite });
}

/** Undefined when the person leaves. */
async function asksToOverwrite(paths: readonly string[]): Promise<boolean | undefined> {
  const [replace, leave] = [l10n.t('Replace on CAMS'), l10n.t('Leave These Out')];
  const choice = await showWarningMessage(
    l10n.t('{0} of the flows have other JSON on CAMS already. Replace it?', paths.length),
    {
      modal: true,
      detail: l10n.t(
        'What is there now is kept in the Flow History on this computer. Files: {0}.',
        someOf(paths),
      ),
    },
    replace,
    leave,
  );
  return choice === undefined ? undefined : choice === replace;
}
