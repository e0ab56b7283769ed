export { startSimulator } from './start';
export { everyFault } from './faults';
export { generateFlows } from './generate';
export type { Behaviour } from './behaviour';
export type { Simulator } from './simulator';
export type { AccessKey, Keys, StoredFlow, StoredSpace } from './state';
