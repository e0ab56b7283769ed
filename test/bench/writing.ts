import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCams } from '../../src/cams/service';
import { silentLog } from '../../src/platform/log';
import { startSimulator, type Simulator } from '../simulator';
import { wholeFlows } from '../simulator/flows';
import { saveBare } from './bare';
import { bundled } from './bundled';
import type { Row } from './row';
import { median } from './timing';
import type { Desk, meaningOf, open } from './writingWork';

/** What an answer of a service on another continent takes at least, in milliseconds. */
const LATENCY = 60;
const CALLS_PER_SECOND = 5;

const ROUNDS = 15;
const FILES = 200;

const load = () =>
  bundled<{ meaningOf: typeof meaningOf; open: typeof open }>('writingWork.ts', {
    vscode: '../unit/vscode.ts',
    vitest: 'vitest.ts',
  });

/** Other in each round, and as long as flows are. */
const textOf = (round: number): string =>
  wholeFlows.insuranceQuote.replace('"screens"', `"routing_note": "${round}", "screens"`);

/** With a new client each time: its quota would make the rounds wait for each other. */
function deskAt(simulator: Simulator, spaceId: string, folder: string): Desk {
  const session = {
    accountId: 'bench',
    endpoint: simulator.endpoint,
    credential: () => Promise.resolve(simulator.keys),
  };
  const cams = createCams({ log: silentLog, userAgent: 'cams-flows-bench' });
  const [storage, workspace] = [path.join(folder, 'storage'), path.join(folder, 'workspace')];
  fs.mkdirSync(workspace, { recursive: true });
  return { cams, session, spaceId, storage, workspace };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cams-flows-bench-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Saves a flow with all that is done for safety, beside the bare requests that it takes, in turns. */
export async function measureSaving(): Promise<Row[]> {
  const simulator = await startSimulator({ samples: false, behaviour: { latency: LATENCY, quota: false } });
  const { state, account } = simulator;
  const space = account.spaces[0]!;
  const before = textOf(0);
  const [mine, bare] = [1, 2].map(() => state.addFlow(space, { json: before }));
  const { open, meaningOf } = await load();
  const ours: number[] = [];
  const others: number[] = [];
  let calls = 0;
  await inFolder(async (folder) => {
    let last = Buffer.from(before);
    for (let round = 1; round <= ROUNDS; round++) {
      const bytes = Buffer.from(textOf(round));
      const { write } = open(deskAt(simulator, space.id, folder));
      simulator.requests.clear();
      const began = performance.now();
      const { readBack } = await write(mine!.id, bytes, [meaningOf(last)]);
      ours.push(performance.now() - began);
      calls = Math.max(calls, simulator.requests.of({ site: 'cams' }).length);
      if (readBack !== 'same') throw new Error(`the flow was saved, and what was read back is: ${readBack}`);
      const bareBegan = performance.now();
      await saveBare(simulator, space.id, bare!.id, bytes);
      others.push(performance.now() - bareBegan);
      last = bytes;
    }
  });
  await simulator.close();
  const [value, beside] = [median(ours.slice(1)), median(others.slice(1))];
  return [
    {
      name: 'saving a flow',
      value,
      unit: 'ms',
      beside: `six bare requests by node-fetch: ${beside.toFixed(1)} ms`,
      ratio: value / beside,
      goal: '≤ 1.1',
      holds: value / beside <= 1.1,
    },
    {
      name: 'CAMS calls of a save',
      value: calls,
      unit: '',
      beside: 'keys for the file, look, change, look',
      ratio: null,
      goal: '4',
      holds: calls === 4,
    },
  ];
}

/** Pushes 200 changed files, beside the time that the quota needs for two looks at each flow. */
export async function measurePushing(): Promise<Row[]> {
  const simulator = await startSimulator({ samples: false, behaviour: { latency: LATENCY } });
  const space = simulator.account.spaces[0]!;
  const { open, meaningOf } = await load();
  const { took, results } = await inFolder(async (folder) => {
    const desk = deskAt(simulator, space.id, folder);
    const flows = Array.from({ length: FILES }, (_, index) => {
      const json = textOf(2 * index);
      const { id } = simulator.state.addFlow(space, { json });
      const name = `flow-${index}.flow.json`;
      fs.writeFileSync(path.join(desk.workspace, name), textOf(2 * index + 1));
      return [name, { staging: { flow: id, synced: meaningOf(Buffer.from(json)) } }] as const;
    });
    const environments = { staging: { space: space.id } };
    const manifest = { version: 1, environments, flows: Object.fromEntries(flows) };
    fs.writeFileSync(path.join(desk.workspace, 'cams-flows.json'), JSON.stringify(manifest, null, 2));
    return open(desk).push();
  });
  const requests = simulator.requests.of({ site: 'cams' });
  const looks = simulator.requests.of('GetFlowJSONAssest').length;
  const throttled = requests.filter(({ code = '' }) => /Throttl|LimitControl/.test(code)).length;
  await simulator.close();
  const failed = results.filter(({ outcome }) => outcome !== 'done');
  if (results.length !== FILES || failed.length > 0) {
    throw new Error(
      `${failed.length} of ${results.length} files were not pushed: ${String(failed[0]?.error)}`,
    );
  }
  // The first five looks may start when their files are stored (keys, PUT), every further five a second later; then the
  // last answer has to come, and the text that it leads to.
  const limit = (Math.ceil((2 * FILES) / CALLS_PER_SECOND) - 1) * 1000 + 4 * LATENCY;
  return [
    {
      name: `pushing ${FILES} files`,
      value: took / 1000,
      unit: 's',
      beside: `the quota allows it in ${(limit / 1000).toFixed(2)} s (${looks} looks)`,
      ratio: limit / took,
      goal: '≥ 0.95 of the limit',
      holds: limit / took >= 0.95,
    },
    {
      name: 'throttled answers while pushing',
      value: throttled,
      unit: '',
      beside: `${requests.length} calls`,
      ratio: null,
      goal: '0',
      holds: throttled === 0,
    },
  ];
}
