import { addAccounts } from './accounts';
import { defaultBehaviour } from './behaviour';
import { Clock } from './clock';
import { Faults } from './faults';
import { openGateway } from './gateway';
import { generateFlows } from './generate';
import { cams, sts } from './operations';
import { openOss } from './oss';
import { openPreviewSite } from './preview/site';
import { Quota } from './quota';
import { Random } from './random';
import { Requests } from './requests';
import { addSamples } from './samples';
import { SecondWriter } from './secondWriter';
import type { Simulator, SimulatorOptions } from './simulator';
import { State } from './state';
import type { JsonChange, World } from './world';

/** Starts CAMS, STS, the file store and the preview site on free loopback ports, in this process. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = '127.0.0.1', port = 0, samples = true, flows = 0, seed = 1 } = options;
  const clock = new Clock();
  const state = new State(new Random(seed), () => clock.now());
  const behaviour = { ...defaultBehaviour(), ...options.behaviour };
  const { logins, roleArn, ...accounts } = addAccounts(state, clock.now());
  if (samples) addSamples(state, accounts, clock.now());
  else state.addSpace(accounts.main, 'Studio Sepi');
  if (flows > 0) generateFlows(state, state.addSpace(accounts.main, 'Ten Thousand'), flows);

  const requests = new Requests();
  const faults = new Faults();
  const jsonChanges: JsonChange[] = [];
  const world: World = {
    state,
    behaviour,
    clock,
    faults,
    requests,
    quota: new Quota(behaviour),
    random: new Random(seed + 1),
    objects: new Map(),
    fetched: new Map(),
    jsonChanges,
    secondWriter: new SecondWriter({ state, behaviour, jsonChanges }),
    ossOrigin: '',
    ossListens: '',
    previewOrigin: '',
  };
  const oss = await openOss(world, host);
  const preview = await openPreviewSite(world, host);
  world.ossListens = oss.origin;
  world.ossOrigin = options.ossOrigin ?? oss.origin;
  world.previewOrigin = preview.origin;
  const camsSite = await openGateway(world, host, port, cams);
  const stsSite = await openGateway(world, host, 0, sts);

  return {
    endpoint: camsSite.origin,
    stsEndpoint: stsSite.origin,
    ossEndpoint: oss.origin,
    previewOrigin: preview.origin,
    keys: logins.everything,
    logins,
    roleArn,
    account: accounts.main,
    state,
    requests,
    faults,
    secondWriter: world.secondWriter,
    jsonChanges,
    behaviour,
    clock,
    objects: world.objects,
    close: async () => {
      await Promise.all([camsSite, stsSite, oss, preview].map((site) => site.close()));
    },
  };
}
