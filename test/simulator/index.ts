export { startSimulator } from './start';
export {
  everyFault,
  type Fault,
  type FaultOptions,
  type FaultPlace,
  type Faults,
  type OrderedFault,
} from './faults';
export { generateFlows } from './generate';
export type { Behaviour } from './behaviour';
export type { RecordedRequest, RequestFilter, Requests, Site } from './requests';
export type { Logins, Simulator, SimulatorOptions } from './simulator';
export type { AccessKey, Keys, StoredAccount, StoredFlow, StoredSpace } from './state';
