import { l10n } from 'vscode';
import { isCancelled } from '../platform/cancellation';
import type { Accounts } from './accounts';
import { checkSpace } from './checkKeys';
import { sentenceOf } from './explain';
import { spaceLabelProblem } from './labels';
import { askChoice, askText, back, type Back, type Frame } from './steps';
import type { Account } from './types';

/** A name for the space without an ID. */
const defaultSpaceLabel = (): string => l10n.t('Default Space');

/**
 * Asks for a space by its ID and its label, and adds it. CAMS is asked whether the space is the
 * account's own. Resolves with its ID.
 */
export async function addSpace(accounts: Accounts, account: Account): Promise<string> {
  const title = l10n.t('Add Space to {0}', account.label);
  let spaceId = '';
  for (;;) {
    const answer = await askId(accounts, account, { title, step: 1, totalSteps: 2 }, spaceId);
    if (answer === back) continue;
    spaceId = answer;
    const label = await askText({
      title,
      step: 2,
      totalSteps: 2,
      prompt: l10n.t('A name for the space, shown in the sidebar.'),
      value: account.spaces.find(({ id }) => id === spaceId)?.label ?? spaceId,
      validate: spaceLabelProblem,
    });
    if (label === back) continue;
    await accounts.addSpace(account.id, spaceId, label);
    return spaceId;
  }
}

/** For an account without spaces: one by its ID, or the default. Resolves with its ID. */
export async function chooseSpace(accounts: Accounts, account: Account): Promise<string> {
  const answer = await askChoice<'add' | 'default'>({
    title: l10n.t('Space of {0}', account.label),
    placeholder:
      account.spaceListing === 'refused'
        ? l10n.t(
            'The key is not allowed to list spaces (RAM action cams:ListInstance). Where are your flows?',
          )
        : l10n.t('CAMS lists no spaces of this account. Where are your flows?'),
    choices: [
      {
        label: l10n.t('In a Space Whose ID I Know'),
        detail: l10n.t('The console shows the ID on the Channel Management page.'),
        value: 'add',
      },
      {
        label: l10n.t("In the Account's Default Space"),
        detail: l10n.t('Requests then name no space at all.'),
        value: 'default',
      },
    ],
  });
  if (answer === 'add') return addSpace(accounts, account);
  await accounts.addSpace(account.id, '', defaultSpaceLabel());
  return '';
}

function askId(accounts: Accounts, account: Account, frame: Frame, value: string): Promise<string | Back> {
  return askText({
    ...frame,
    prompt: l10n.t('Space ID (CustSpaceId). The console shows it on the Channel Management page.'),
    placeholder: 'cams-…',
    value,
    validate: (text) =>
      /^\S{1,128}$/.test(text) ? undefined : l10n.t('A space ID has at most 128 characters and no blanks.'),
    accept: async (text, signal) => {
      try {
        await checkSpace(accounts, account.id, text, { signal });
        return undefined;
      } catch (error) {
        if (isCancelled(error)) throw error;
        return sentenceOf(error);
      }
    },
  });
}
