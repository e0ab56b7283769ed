import { l10n } from 'vscode';
import type { Accounts } from './accounts';
import type { CheckedKeys } from './checkKeys';
import { maskedKeyId } from './keys';

const LONGEST = 60;

/** A label to begin with: the only space's name, or the key. Nobody else has it. */
export function suggestedLabel(accounts: Accounts, { keys, listing }: CheckedKeys): string {
  const name = typeof listing !== 'string' && listing.length === 1 ? listing[0]?.name : undefined;
  return freeLabel(accounts, name ?? l10n.t('Key {0}', maskedKeyId(keys.accessKeyId)));
}

/** The wish itself, or with the first number that makes it unique. */
export function freeLabel(accounts: Accounts, wish: string): string {
  const base = wish.trim().slice(0, LONGEST - 4) || 'CAMS';
  for (let number = 1; ; number++) {
    const label = number === 1 ? base : `${base} ${number}`;
    if (!isTaken(accounts, label)) return label;
  }
}

/** Why a label cannot be an account's; undefined when it can. `ofAccount` may keep its own. */
export function labelProblem(accounts: Accounts, label: string, ofAccount?: string): string | undefined {
  if (label === '') return l10n.t('Give the account a name.');
  if (label.length > LONGEST) return l10n.t('At most {0} characters.', LONGEST);
  return isTaken(accounts, label, ofAccount) ? l10n.t('Another account has this name.') : undefined;
}

export function spaceLabelProblem(label: string): string | undefined {
  if (label === '') return l10n.t('Give the space a name.');
  return label.length > LONGEST ? l10n.t('At most {0} characters.', LONGEST) : undefined;
}

function isTaken(accounts: Accounts, label: string, except?: string): boolean {
  return accounts.all.some((account) => account.label === label && account.id !== except);
}
