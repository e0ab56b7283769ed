import type { AccountNode, FlowNode, Node, SpaceNode } from '../../../src/explorer/nodes';
import { startSimulator, type Keys, type Simulator } from '../../simulator';
import type { Question } from '../accounts/dialogue';
import { Storage } from '../accounts/house';
import { Disk } from './disk';
import { outsideTime, until, watchTraffic } from './time';
import { openWindow, type Window } from './window';

/** A small space: three flows, two of them with JSON. */
export const SPACE = 'cams-lotusclinic';

export interface House {
  readonly simulator: Simulator;
  readonly storage: Storage;
  readonly disk: Disk;
  /** @param root path of the folder that is open in it; none by default. */
  open(root?: string): Promise<Window>;
  close(): Promise<void>;
}

type SimulatorOptions = Parameters<typeof startSimulator>[0];

/** A simulator, what a computer keeps, and as many windows as the test opens. */
export async function buildHouse(options: SimulatorOptions = {}): Promise<House> {
  const simulator = await startSimulator({ behaviour: { quota: false }, ...options });
  const space = simulator.account.spaces.find(({ id }) => id === SPACE)!;
  const json = storedFlow(simulator).json!;
  simulator.behaviour.listDeprecated = false;
  simulator.state.addFlow(space, { name: 'Retired', status: 'DEPRECATED', json });
  watchTraffic(simulator);
  const storage = new Storage();
  const disk = new Disk();
  const windows: Window[] = [];
  const settings = { endpoint: simulator.endpoint, stsEndpoint: simulator.stsEndpoint };
  return {
    simulator,
    storage,
    disk,
    open: async (root) => {
      const window = await outsideTime(() => openWindow({ storage, disk, settings, root }));
      windows.push(window);
      return window;
    },
    close: async () => {
      for (const window of windows) window.close();
      await simulator.close();
    },
  };
}

/** Goes through the dialogue; resolves with the account's id. */
export async function signIn(
  window: Window,
  keys: Keys & { securityToken?: string },
  label: string,
  goOn: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const before = new Set(accountIds(window));
  const done = window.run('camsFlows.account.signIn');
  await typeKeys(window, keys);
  (await window.next('the label')).enter(label);
  await goOn();
  await done;
  return accountIds(window).find((id) => !before.has(id))!;
}

/** The questions of the dialogue up to the last one about keys, which is being checked then. */
export async function typeKeys(
  window: Window,
  { accessKeyId, accessKeySecret, securityToken }: Keys & { securityToken?: string },
): Promise<Question> {
  (await window.next('the kind')).choose(securityToken === undefined ? /^AccessKey/ : /^Temporary/);
  (await window.next('the ID')).enter(accessKeyId);
  const secret = await window.next('the secret');
  secret.enter(accessKeySecret);
  if (securityToken === undefined) return secret;
  const token = await window.next('the token');
  token.enter(securityToken);
  return token;
}

export function accountIds({ storage }: Window): string[] {
  return storage.state
    .keys()
    .filter((key) => key.startsWith('camsFlows.account.'))
    .map((key) => key.slice('camsFlows.account.'.length));
}

/** An account that assumes a role, as a sign-in by import has left it. */
export async function signInRole({ storage, simulator }: House, externalId?: string): Promise<string> {
  const id = 'roleacct01';
  const { accessKeyId, accessKeySecret } = simulator.logins.roleUser;
  const { roleArn, endpoint } = simulator;
  await storage.state.update(`camsFlows.account.${id}`, {
    label: 'Role',
    kind: 'role',
    accessKeyId,
    roleArn,
    region: 'ap-southeast-1',
    endpoint,
    spaces: [{ id: SPACE, label: 'Lotus', origin: 'added' }],
    spaceListing: 'refused',
    state: 'ready',
    removedSpaces: [],
  });
  const role = { arn: roleArn, sessionName: 'house', endpoint: simulator.stsEndpoint, externalId };
  const keys = { version: 1, accessKeyId, accessKeySecret, role };
  await storage.secrets.store(`camsFlows.account.${id}`, JSON.stringify(keys));
  return id;
}

export const spaceNode = (accountId: string, spaceId = SPACE): SpaceNode => ({
  kind: 'space',
  ref: { accountId, spaceId },
});
export const accountNode = (accountId: string): AccountNode => ({ kind: 'account', accountId });
export const flowNode = (accountId: string, flowId: string, spaceId = SPACE): FlowNode => ({
  kind: 'flow',
  ref: { accountId, spaceId, flowId },
});

/** A flow of the small space with JSON; the last one is in no list. */
export function storedFlow({ account }: Simulator, index = 0) {
  const flows = [...account.spaces.find(({ id }) => id === SPACE)!.flows.values()];
  return flows.filter(({ json }) => json !== undefined).at(index)!;
}

/** The row that VS Code holds for a node: nodes are compared by identity. */
export async function rowOf(window: Window, parent: Node | undefined, wanted: Node): Promise<Node> {
  return until(`the row of a ${wanted.kind}`, async () =>
    (await window.children(parent)).find((row) => JSON.stringify(row) === JSON.stringify(wanted)),
  );
}
