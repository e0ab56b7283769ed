import { addAccounts } from './accounts';
import { defaultBehaviour } from './behaviour';
import { Clock } from './clock';
import { Faults } from './faults';
import { generateFlows } from './generate';
import { listen } from './listen';
import { Random } from './random';
import { Requests } from './requests';
import type { Simulator, SimulatorOptions } from './simulator';
import { State } from './state';

/** Starts CAMS, STS, the file store and the preview site on free loopback ports, in this process. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = '127.0.0.1', port = 0, samples = true, flows = 0, seed = 1 } = options;
  const clock = new Clock();
  const state = new State(new Random(seed), () => clock.now());
  const behaviour = { ...defaultBehaviour(), ...options.behaviour };
  const { main, logins, roleArn } = addAccounts(state, clock.now());
  if (!samples) state.addSpace(main, 'Studio Sepi');
  if (flows > 0) generateFlows(state, state.addSpace(main, 'Ten Thousand'), flows);

  const requests = new Requests();
  const faults = new Faults();
  const cams = await listen(host, port, (request, response) => void response.writeHead(501).end(request.url));
  const sites = [cams];

  return {
    endpoint: cams.origin,
    stsEndpoint: cams.origin,
    ossEndpoint: cams.origin,
    previewOrigin: cams.origin,
    keys: logins.everything,
    logins,
    roleArn,
    account: main,
    state,
    requests,
    faults,
    behaviour,
    clock,
    close: async () => void (await Promise.all(sites.map((site) => site.close()))),
  };
}
