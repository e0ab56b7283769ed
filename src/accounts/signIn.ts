import { l10n } from 'vscode';
import { situationOf } from '../cams/errors';
import { withProgress } from '../platform/progress';
import { readSettings } from '../platform/settings';
import type { Accounts } from './accounts';
import { chooseSpace } from './askSpace';
import { askImport } from './askImport';
import { askKeys, KeysDraft } from './askKeys';
import { checkKeys, type CheckedKeys } from './checkKeys';
import { camsEndpoint } from './endpoint';
import { explain } from './explain';
import type { Role } from './keys';
import { freeLabel, labelProblem, suggestedLabel } from './labels';
import { askChoice, askText, back, unlessDismissed, type Back, type Frame } from './steps';
import type { Account } from './types';

/** Signs in by typed keys, or by import if the person rather wants that. Every dialogue here rejects with CancelledError when it is dismissed. */
export async function signIn(accounts: Accounts): Promise<Account> {
  const title = l10n.t('Sign In to Alibaba Cloud CAMS');
  const endpoint = camsEndpoint(readSettings());
  const draft = new KeysDraft();
  for (;;) {
    const answer = await askKeys({ accounts, title, endpoint, stepsAfter: 1 }, draft);
    if (answer === 'import') return importAccount(accounts);
    const steps = draft.fields.length + 1;
    const account = await finish(accounts, answer, { title, step: steps, totalSteps: steps });
    if (account !== back) return account;
  }
}

/** Signs in with keys that the machine already has. */
export async function importAccount(accounts: Accounts): Promise<Account> {
  const title = l10n.t('Import Keys');
  const endpoint = camsEndpoint(readSettings());
  for (;;) {
    const { name, keys } = await askImport({ title, step: 1, totalSteps: 2 });
    const checked = await checkWithProgress(accounts, { keys, endpoint });
    const account = await finish(accounts, checked, { title, step: 2, totalSteps: 2 }, name);
    if (account !== back) return account;
  }
}

/** New keys for an account whose keys have ended, were refused, or shall be changed. */
export async function renewKeys(accounts: Accounts, account: Account): Promise<void> {
  const title = l10n.t('New Keys for {0}', account.label);
  const { endpoint } = account;
  const role = await roleOf(accounts, account);
  const draft = new KeysDraft(account.kind === 'temporary' ? '' : account.accessKeyId);
  for (;;) {
    const isLost = account.kind === 'role' && role === undefined;
    const answer = isLost
      ? 'import'
      : await askKeys({ accounts, title, endpoint, role, stepsAfter: 0 }, draft);
    const checked =
      answer === 'import'
        ? await checkWithProgress(accounts, { keys: (await askImport({ title })).keys, endpoint })
        : answer;
    if ((await isWanted(checked, { title, step: 2, totalSteps: 2 })) === back) continue;
    return accounts.renew(account.id, checked.keys, checked.listing);
  }
}

/** The role that an account assumes. Undefined when it assumes none, or when its keys are lost. */
async function roleOf(accounts: Accounts, account: Account): Promise<Role | undefined> {
  if (account.kind !== 'role') return undefined;
  try {
    return (await accounts.keysOf(account.id)).role;
  } catch (error) {
    if (situationOf(error) === 'credentials') return undefined;
    throw error;
  }
}

function checkWithProgress(
  accounts: Accounts,
  { keys, endpoint }: Pick<CheckedKeys, 'keys' | 'endpoint'>,
): Promise<CheckedKeys> {
  return withProgress(l10n.t('Trying the keys with CAMS'), (signal) =>
    checkKeys(accounts, keys, endpoint, { signal }),
  );
}

/** What follows when the keys are right: an account, its label, its spaces. */
async function finish(
  accounts: Accounts,
  checked: CheckedKeys,
  frame: Frame,
  wish?: string,
): Promise<Account | Back> {
  if ((await isWanted(checked, frame)) === back) return back;
  const same = accountWithSameKey(accounts, checked);
  if (same !== undefined) return update(accounts, same, checked, frame);
  const label = await askText({
    ...frame,
    prompt: l10n.t('A name for this account, shown in the sidebar.'),
    value: wish === undefined ? suggestedLabel(accounts, checked) : freeLabel(accounts, wish),
    validate: (text) => labelProblem(accounts, text),
  });
  if (label === back) return back;
  const { region } = readSettings();
  const account = await accounts.signIn({ label, region, ...checked });
  const lacksSpace = account.spaces.length === 0 && checked.doubt === undefined;
  // The sidebar offers it again.
  if (lacksSpace) await unlessDismissed(chooseSpace(accounts, account));
  return accounts.get(account.id) ?? account;
}

/** Keys may be right and still show nothing yet: the person decides. */
async function isWanted({ doubt }: CheckedKeys, frame: Frame): Promise<true | Back> {
  if (doubt === undefined) return true;
  const { reason, advice } = explain(doubt);
  return askChoice<true>({
    ...frame,
    placeholder: reason,
    choices: [{ label: l10n.t('Use These Keys Anyway'), detail: advice, value: true }],
  });
}

function accountWithSameKey(accounts: Accounts, { keys, endpoint }: CheckedKeys): Account | undefined {
  return accounts.all.find(
    (account) =>
      account.accessKeyId === keys.accessKeyId &&
      account.endpoint === endpoint &&
      account.roleArn === keys.role?.arn,
  );
}

/** A second account with the same key would only count the same quota twice. */
async function update(
  accounts: Accounts,
  account: Account,
  { keys, listing }: CheckedKeys,
  frame: Frame,
): Promise<Account | Back> {
  const answer = await askChoice<true>({
    ...frame,
    placeholder: l10n.t('This key is already signed in as {0}.', account.label),
    choices: [
      {
        label: l10n.t('Update {0}', account.label),
        detail: l10n.t('Its secret is replaced by this one.'),
        value: true,
      },
    ],
  });
  if (answer === back) return back;
  await accounts.renew(account.id, keys, listing);
  return accounts.get(account.id) ?? account;
}
