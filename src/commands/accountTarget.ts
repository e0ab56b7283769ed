import { l10n, Uri } from 'vscode';
import { chooseSpace } from '../accounts/askSpace';
import { maskedKeyId } from '../accounts/keys';
import { signIn } from '../accounts/signIn';
import { askChoice, back, unlessDismissed, type Choice, type Frame } from '../accounts/steps';
import type { Account } from '../accounts/types';
import { flowRefOf } from '../documents/flowUri';
import { isNode } from '../explorer/nodes';
import { isSpaceRef, type SpaceRef } from '../flows/types';
import type { Parts } from './command';

/**
 * The account that a command is about: the one it was called on, the only one, or the one that the
 * person picks. Signs in when there is none. Undefined when they pick nothing.
 *
 * @param candidates the accounts to pick from; all of them by default.
 */
export async function accountTarget(
  { accounts }: Pick<Parts, 'accounts'>,
  args: readonly unknown[],
  candidates: readonly Account[] = accounts.all,
): Promise<Account | undefined> {
  const given = accounts.get(accountIdIn(args[0]) ?? '');
  if (given !== undefined) return given;
  const [first, ...others] = candidates;
  if (first === undefined) return unlessDismissed(signIn(accounts));
  return others.length === 0 ? first : pick(l10n.t('Which account?'), candidates.map(accountChoice));
}

/**
 * The space that a command is about: the one it was called on, the only one, or the one that the person
 * picks, or adds where there is none. Undefined when they pick nothing.
 *
 * @param frame of the dialogue that this is the first step of
 */
export async function spaceTarget(
  parts: Pick<Parts, 'accounts'>,
  args: readonly unknown[],
  frame?: Frame,
): Promise<SpaceRef | undefined> {
  const given = spaceIn(args[0]);
  if (given !== undefined) return given;
  const named = parts.accounts.get(accountIdIn(args[0]) ?? '');
  const spaces = (named === undefined ? parts.accounts.all : [named]).flatMap(spaceChoices);
  const [first, ...others] = spaces;
  if (first === undefined) return firstSpace(parts, args);
  return others.length === 0 ? first.value : pick(l10n.t('Which space?'), spaces, frame);
}

async function firstSpace(
  parts: Pick<Parts, 'accounts'>,
  args: readonly unknown[],
): Promise<SpaceRef | undefined> {
  const account = await accountTarget(parts, args);
  if (account === undefined) return undefined;
  const [space] = account.spaces;
  const spaceId = space?.id ?? (await unlessDismissed(chooseSpace(parts.accounts, account)));
  return spaceId === undefined ? undefined : { accountId: account.id, spaceId };
}

function accountChoice(account: Account): Choice<Account> {
  return { label: account.label, description: maskedKeyId(account.accessKeyId), value: account };
}

function spaceChoices({ id: accountId, label: account, spaces }: Account): Choice<SpaceRef>[] {
  return spaces.map(({ id: spaceId, label }) => ({
    label,
    description: [spaceId, account].filter((text) => text !== '' && text !== label).join(' · '),
    value: { accountId, spaceId },
  }));
}

async function pick<T>(
  question: string,
  choices: readonly Choice<T>[],
  frame: Frame = { title: question },
): Promise<T | undefined> {
  const chosen = await unlessDismissed(askChoice({ ...frame, placeholder: question, choices }));
  return chosen === back ? undefined : chosen;
}

function accountIdIn(value: unknown): string | undefined {
  if (isNode(value) && value.kind === 'note') return accountIdIn(value.parent);
  if (isNode(value) && value.kind === 'account') return value.accountId;
  return spaceIn(value)?.accountId;
}

/** From a row of the tree, a flow document, or a reference to a space or flow. */
function spaceIn(value: unknown): SpaceRef | undefined {
  if (value instanceof Uri) return flowRefOf(value);
  if (isNode(value)) {
    if (value.kind === 'account') return undefined;
    return value.kind === 'note' ? spaceIn(value.parent) : value.ref;
  }
  return isSpaceRef(value) ? value : undefined;
}
