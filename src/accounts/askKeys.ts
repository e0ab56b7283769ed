import { l10n } from 'vscode';
import { isCamsError } from '../cams/errors';
import { isCancelled } from '../platform/cancellation';
import type { Accounts } from './accounts';
import { checkKeys, type CheckedKeys } from './checkKeys';
import { sentenceOf } from './explain';
import { isAccessKeyId, isAccessKeySecret, isSecurityToken, type Role } from './keys';
import { askChoice, askText, back, type Back, type Frame } from './steps';

type Kind = 'accessKey' | 'temporary' | 'import';
type Field = 'kind' | 'accessKeyId' | 'accessKeySecret' | 'securityToken';

export interface KeysDialogue {
  readonly accounts: Accounts;
  readonly title: string;
  readonly endpoint: string;
  /** The role that the keys shall assume, when it is known already. */
  readonly role?: Role;
  /** Steps that follow when the keys are known. */
  readonly stepsAfter: number;
}

/** What the person has typed so far: kept while they correct one field. */
export class KeysDraft {
  kind: Exclude<Kind, 'import'> = 'accessKey';
  accessKeySecret = '';
  securityToken = '';
  at: Field = 'kind';
  problem: string | undefined;

  constructor(public accessKeyId = '') {}

  get fields(): readonly Field[] {
    const pair: Field[] = ['kind', 'accessKeyId', 'accessKeySecret'];
    return this.kind === 'temporary' ? [...pair, 'securityToken'] : pair;
  }
}

/**
 * Asks for keys step by step and tries them out. What is wrong is said in the field that has to be
 * corrected; nothing else has to be typed again.
 */
export async function askKeys(dialogue: KeysDialogue, draft: KeysDraft): Promise<CheckedKeys | 'import'> {
  for (;;) {
    const answer =
      draft.at === 'kind' ? await askKind(dialogue, draft) : await askField(dialogue, draft, draft.at);
    if (answer !== undefined) return answer;
  }
}

function frame({ title, stepsAfter }: KeysDialogue, draft: KeysDraft): Frame {
  return {
    title,
    step: draft.fields.indexOf(draft.at) + 1,
    totalSteps: draft.fields.length + stepsAfter,
  };
}

async function askKind(dialogue: KeysDialogue, draft: KeysDraft): Promise<'import' | undefined> {
  const kind = await askChoice<Kind>({
    ...frame(dialogue, draft),
    placeholder: l10n.t('Which keys do you have?'),
    choices: [
      {
        label: l10n.t('AccessKey'),
        detail: l10n.t('ID and secret, best of a RAM user with the policy AliyunCamsReadOnlyAccess.'),
        value: 'accessKey',
      },
      {
        label: l10n.t('Temporary keys'),
        detail: l10n.t('ID, secret and token from STS, CloudSSO or a role. They expire after some hours.'),
        value: 'temporary',
      },
      {
        label: l10n.t('From the aliyun CLI or the environment'),
        detail: l10n.t('Takes over keys that this machine already has. Nothing is changed there.'),
        value: 'import',
      },
    ],
  });
  if (kind === 'import') return kind;
  if (kind !== back) {
    draft.kind = kind;
    draft.at = 'accessKeyId';
  }
  return undefined;
}

async function askField(
  dialogue: KeysDialogue,
  draft: KeysDraft,
  field: Exclude<Field, 'kind'>,
): Promise<CheckedKeys | undefined> {
  const { problem } = draft;
  draft.problem = undefined;
  const position = draft.fields.indexOf(field);
  const next = draft.fields[position + 1];
  let checked: CheckedKeys | undefined;
  const answer: string | Back = await askText({
    ...frame(dialogue, draft),
    ...texts(field),
    value: draft[field],
    password: field !== 'accessKeyId',
    problem,
    validate: (text) => validate(draft, field, text),
    accept:
      next === undefined
        ? async (text, signal) => {
            draft[field] = text;
            checked = await check(dialogue, draft, signal);
            return draft.at === field ? draft.problem : undefined;
          }
        : undefined,
  });
  if (answer === back) {
    draft.at = draft.fields[position - 1] ?? 'kind';
    draft.problem = undefined;
    return undefined;
  }
  draft[field] = answer;
  if (next !== undefined) draft.at = next;
  return checked;
}

/** Undefined when the keys are not right: then the draft says where and why. */
async function check(
  { accounts, endpoint, role }: KeysDialogue,
  draft: KeysDraft,
  signal: AbortSignal,
): Promise<CheckedKeys | undefined> {
  const { accessKeyId, accessKeySecret } = draft;
  const securityToken = draft.kind === 'temporary' ? draft.securityToken : undefined;
  draft.problem = undefined;
  try {
    return await checkKeys(accounts, { accessKeyId, accessKeySecret, securityToken, role }, endpoint, {
      signal,
    });
  } catch (error) {
    if (isCancelled(error)) throw error;
    draft.problem = sentenceOf(error);
    draft.at = fieldToCorrect(error, draft);
    return undefined;
  }
}

function fieldToCorrect(error: unknown, draft: KeysDraft): Field {
  if (isCamsError(error) && error.situation === 'credentials') {
    return error.code?.startsWith('InvalidAccessKeyId') ? 'accessKeyId' : 'accessKeySecret';
  }
  return draft.at;
}

function validate({ kind }: KeysDraft, field: Exclude<Field, 'kind'>, text: string): string | undefined {
  switch (field) {
    case 'accessKeyId':
      if (!isAccessKeyId(text))
        return l10n.t('An AccessKey ID consists of letters and digits, like LTAI5t….');
      if (kind === 'accessKey' && text.startsWith('STS.')) {
        return l10n.t(
          'This is the ID of temporary keys. Go back and choose "Temporary keys": they have a token too.',
        );
      }
      return undefined;
    case 'accessKeySecret':
      return isAccessKeySecret(text)
        ? undefined
        : l10n.t('A secret has at least 8 characters and no spaces.');
    case 'securityToken':
      return isSecurityToken(text) ? undefined : l10n.t('A token is a long text without spaces.');
  }
}

function texts(field: Exclude<Field, 'kind'>): { prompt: string; placeholder: string } {
  switch (field) {
    case 'accessKeyId':
      return {
        prompt: l10n.t(
          'AccessKey ID, from the RAM console (ram.console.aliyun.com). Prefer a RAM user: the root key of an account may do everything.',
        ),
        placeholder: 'LTAI5t…',
      };
    case 'accessKeySecret':
      return {
        prompt: l10n.t('AccessKey secret. It stays in the secret storage of this computer.'),
        placeholder: l10n.t('AccessKey secret'),
      };
    case 'securityToken':
      return {
        prompt: l10n.t('Security token (STS token) that came with the temporary keys.'),
        placeholder: l10n.t('Security token'),
      };
  }
}
