import type { Logins } from './simulator';
import type { State, StoredAccount } from './state';

const HOUR = 3_600_000;

export interface Accounts {
  main: StoredAccount;
  direct: StoredAccount;
  many: StoredAccount;
  logins: Logins;
  roleArn: string;
}

/** The accounts that every simulator has, without their flows. */
export function addAccounts(state: State, now: number): Accounts {
  const main = state.addAccount('Samudra Partners');
  const everything = state.addKey(main, { name: 'flow-developer' });
  const direct = state.addAccount('Kedai Pagi');
  const many = state.addAccount('Garuda Aggregator');
  const notSubscribed = state.addAccount('Not Subscribed', { subscribed: false });
  const logins: Logins = {
    everything,
    root: state.addKey(main, { principal: 'Account', name: 'root' }),
    readOnly: state.addKey(main, { name: 'reader', allow: ['cams:Get*', 'cams:List*', 'sts:*'] }),
    withoutListFlow: state.addKey(main, { name: 'no-list', allow: ['*', '!cams:ListFlow'] }),
    withoutListInstance: state.addKey(main, { name: 'no-instances', allow: ['*', '!cams:ListInstance'] }),
    nothing: state.addKey(main, { name: 'newcomer', allow: ['sts:GetCallerIdentity'] }),
    roleUser: state.addKey(main, { name: 'role-user', allow: ['sts:*'] }),
    disabled: state.addKey(main, { name: 'left-the-company', disabled: true }),
    temporary: state.addKey(main, { name: 'flows/session', expires: now + HOUR }),
    expired: state.addKey(main, { name: 'flows/session', expires: now - HOUR }),
    direct: state.addKey(direct),
    manySpaces: state.addKey(many),
    notSubscribed: state.addKey(notSubscribed),
    unknown: { accessKeyId: 'LTAI5tNobodyHasThisKey00', accessKeySecret: 'NobodyHasThisSecretEither00000' },
  };
  main.roles.push({ name: 'flows', allow: ['cams:*'], maxDuration: 3600 });
  return { main, direct, many, logins, roleArn: `acs:ram::${main.id}:role/flows` };
}
