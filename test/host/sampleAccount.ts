import type { Simulator } from '../simulator';

/** The environment that makes a development build sign in to the simulator by itself. */
export const sampleAccount = (simulator: Simulator): Record<string, string> => ({
  CAMS_FLOWS_DEVELOPMENT_ACCOUNT: JSON.stringify({
    label: simulator.account.name,
    accessKeyId: simulator.keys.accessKeyId,
    accessKeySecret: simulator.keys.accessKeySecret,
    endpoint: simulator.endpoint,
  }),
});
