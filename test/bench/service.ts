import { createCams } from '../../src/cams/service';
import type { Session } from '../../src/cams/types';
import { listPages, PAGE_SIZE } from '../../src/flows/listing';
import { silentLog } from '../../src/platform/log';
import { startSimulator, type Simulator } from '../simulator';
import { openBare } from './bare';
import type { Row } from './row';

const FLOWS = 10_000;
const CALLS_PER_SECOND = 5;

/** What an answer of a service on another continent takes at least, in milliseconds. */
const LATENCY = 60;

const ROUNDS = 15;

const sessionOf = (simulator: Simulator): Session => ({
  accountId: 'bench',
  endpoint: simulator.endpoint,
  credential: () => Promise.resolve(simulator.keys),
});

const newCams = () => createCams({ log: silentLog, userAgent: 'cams-flows-bench' });

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Lists 10,000 flows through the quota, beside the time that 5 calls a second take at the least. */
export async function measureListing(): Promise<Row[]> {
  const simulator = await startSimulator({ flows: FLOWS, behaviour: { latency: LATENCY } });
  const space = simulator.account.spaces.find(({ flows }) => flows.size >= FLOWS)!;
  const cams = newCams();
  const session = sessionOf(simulator);
  const began = performance.now();
  let first = 0;
  let listed = 0;
  const pages = listPages(
    (index, signal) =>
      cams.listFlows(session, { custSpaceId: space.id, index, size: PAGE_SIZE }, { signal, lane: 'visible' }),
    new AbortController().signal,
  );
  for await (const page of pages) {
    first ||= performance.now() - began;
    listed += page.length;
  }
  const took = performance.now() - began;
  const requests = simulator.requests.of('ListFlow');
  const throttled = requests.filter(({ code }) => code !== 'OK').length;
  await simulator.close();
  if (listed !== FLOWS) throw new Error(`${listed} flows were listed instead of ${FLOWS}`);
  // The first five calls may start at once, every further five a second later; then the last answer has to come.
  const limit = (Math.ceil(requests.length / CALLS_PER_SECOND) - 1) * 1000 + LATENCY;
  return [
    {
      name: 'listing 10,000 flows',
      value: took / 1000,
      unit: 's',
      beside: `the quota allows it in ${(limit / 1000).toFixed(2)} s (${requests.length} calls)`,
      ratio: limit / took,
      goal: '≥ 0.95 of the limit',
      holds: limit / took >= 0.95,
    },
    {
      name: 'throttled answers while listing',
      value: throttled,
      unit: '',
      beside: `${requests.length} calls`,
      ratio: null,
      goal: '0',
      holds: throttled === 0,
    },
    {
      name: 'first rows',
      value: first,
      unit: 'ms',
      beside: `the simulator's first answer: ${requests[0]!.took!.toFixed(0)} ms`,
      ratio: first / requests[0]!.took!,
      goal: '≤ 1.5: with the first answer',
      holds: first <= 1.5 * requests[0]!.took!,
    },
  ];
}

/** Reads a flow's JSON through the client, beside the two bare requests it needs, in turns. */
export async function measureOpening(): Promise<Row[]> {
  const simulator = await startSimulator({ behaviour: { latency: LATENCY, quota: false } });
  const space = simulator.account.spaces[0]!;
  const flowId = [...space.flows.values()].find(({ json }) => json !== undefined)!.id;
  const session = sessionOf(simulator);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A new client each time: its quota would make the rounds wait for each other.
    const cams = newCams();
    const began = performance.now();
    await cams.getFlowJson(session, { flowId, custSpaceId: space.id });
    ours.push(performance.now() - began);
    const bareBegan = performance.now();
    await openBare(simulator, space.id, flowId);
    bare.push(performance.now() - bareBegan);
  }
  await simulator.close();
  const ratio = median(ours.slice(1)) / median(bare.slice(1));
  return [
    {
      name: 'opening a flow',
      value: median(ours.slice(1)),
      unit: 'ms',
      beside: `two bare requests by node-fetch: ${median(bare.slice(1)).toFixed(1)} ms`,
      ratio,
      goal: '≤ 1.1',
      holds: ratio <= 1.1,
    },
  ];
}
