import type { Accounts } from './accounts';
import { camsEndpoint } from './endpoint';
import { isRecord } from '../platform/record';
import { parseJson } from './keys';

/** What `CAMS_FLOWS_DEVELOPMENT_ACCOUNT` holds, as JSON. */
interface DevelopmentAccount {
  readonly label: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly endpoint: string;
  readonly spaces?: readonly { readonly id: string; readonly label: string }[];
}

/**
 * Signs in the account that `npm start` and the tests put into the environment, unless it is there. An
 * older one with the same key but another endpoint belongs to a simulator that no longer runs: it goes.
 * Not part of what is shipped.
 */
export async function signInDevelopmentAccount(accounts: Accounts): Promise<void> {
  const text = process.env.CAMS_FLOWS_DEVELOPMENT_ACCOUNT;
  if (text === undefined || text === '') return;
  const wanted = parseJson(text);
  if (!isDevelopmentAccount(wanted)) throw new Error('CAMS_FLOWS_DEVELOPMENT_ACCOUNT is not an account');

  const { label, accessKeyId, accessKeySecret, spaces = [] } = wanted;
  const settings = { region: 'ap-southeast-1', endpoint: wanted.endpoint, stsEndpoint: '' };
  const endpoint = camsEndpoint(settings);
  const same = accounts.all.filter((account) => account.accessKeyId === accessKeyId);
  for (const account of same) if (account.endpoint !== endpoint) await accounts.signOut(account.id);
  if (same.some((account) => account.endpoint === endpoint)) return;

  const keys = { accessKeyId, accessKeySecret };
  const { id } = await accounts.signIn({
    label,
    keys,
    region: settings.region,
    endpoint,
    listing: 'unknown',
  });
  for (const space of spaces) await accounts.addSpace(id, space.id, space.label);
}

function isDevelopmentAccount(value: unknown): value is DevelopmentAccount {
  if (!isRecord(value)) return false;
  const { label, accessKeyId, accessKeySecret, endpoint } = value;
  return [label, accessKeyId, accessKeySecret, endpoint].every((field) => typeof field === 'string');
}
