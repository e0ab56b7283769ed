import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { readIfThere } from '../../documents/download/files';
import type { Link } from '../../links/types';
import { throwIfCancelled } from '../../platform/cancellation';
import { showWarningMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import { readSettings } from '../../platform/settings';
import type { Parts } from '../command';
import { pathOf, someOf } from './texts';

/** Those of the files that may be pushed although some have errors: the setting decides, or the person, once for all. */
export async function withoutErrors(
  parts: Pick<Parts, 'language'>,
  links: readonly Link[],
): Promise<readonly Link[] | undefined> {
  const { saveWithErrors } = readSettings();
  if (saveWithErrors === 'allow') return links;
  const wrong = await withLateProgress(vscode.l10n.t('Checking the files'), (signal) =>
    wrongOnes(parts, links, signal),
  );
  if (wrong.length === 0) return links;
  const right = links.filter((link) => !wrong.includes(link));
  const sentence =
    links.length === 1
      ? vscode.l10n.t('The file {0} has errors.', pathOf(links[0]!.file))
      : vscode.l10n.t('{0} of {1} files have errors.', wrong.length, links.length);
  if (saveWithErrors === 'block' && right.length === 0) {
    throw new AdviceError(
      sentence,
      vscode.l10n.t('Correct them, or change the setting camsFlows.save.withErrors.'),
    );
  }
  const all = links.length === 1 ? vscode.l10n.t('Push Anyway') : vscode.l10n.t('Push All');
  const some = vscode.l10n.t('Leave These Out');
  const detail = vscode.l10n.t(
    'CAMS will not publish a flow with errors. With errors: {0}.',
    someOf(wrong.map(({ file }) => pathOf(file))),
  );
  const choice = await showWarningMessage(
    sentence,
    { modal: true, detail },
    ...(saveWithErrors === 'block' ? [] : [all]),
    ...(right.length === 0 ? [] : [some]),
  );
  if (choice === undefined) return undefined;
  return choice === some ? right : links;
}

/** What cannot be read is not wrong here: the push will say why. */
async function wrongOnes(
  parts: Pick<Parts, 'language'>,
  links: readonly Link[],
  signal: AbortSignal,
): Promise<Link[]> {
  const language = await parts.language();
  const wrong: Link[] = [];
  for (const link of links) {
    throwIfCancelled(signal);
    const bytes = await readIfThere(link.file).catch(() => undefined);
    const errors = bytes === undefined ? 0 : await language.errorsIn(new TextDecoder().decode(bytes));
    if (errors > 0) wrong.push(link);
  }
  return wrong;
}
