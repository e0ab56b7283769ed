import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/paths';
import { bundled } from './bundled';
import type { measure } from './languageWork';
import type { Row } from './row';
import { median } from './timing';

const KB = 1024;
const ROUNDS = 9;
const corpus = path.join(projectFolder, '../shared/corpus');
const samples = path.join(projectFolder, 'test/simulator/flows');

/** What the language costs in the editor and in a pipeline. `dist` holds the bundles as they are shipped. */
export async function measureLanguage(dist: string): Promise<Row[]> {
  const { measure: measureWork } = await bundled<{ measure: typeof measure }>('languageWork.ts');
  return [...(await measureWork()), measureLint(dist), measureLoading(dist)];
}

/** flow-lint from its start to its end over all real flows, or the project's own where they are absent. */
function measureLint(dist: string): Row {
  const folder = fs.existsSync(corpus) ? corpus : samples;
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const flows = files.filter((file) => file.endsWith('.json')).length;
  const [lint, node] = programsInTurns([
    [path.join(dist, 'flow-lint.js'), '--format=json', folder],
    ['-e', '0'],
  ]);
  return {
    name: `flow-lint, ${flows} flows, with its start-up`,
    value: lint!,
    unit: 'ms',
    beside: `node -e 0: ${node!.toFixed(0)} ms`,
    ratio: lint! / node!,
    goal: '≤ 8 × an empty program',
    holds: lint! <= 8 * node!,
  };
}

/** How long the first Flow JSON waits until its language is there. */
function measureLoading(dist: string): Row {
  const file = path.join(dist, 'language.js');
  // There is no `vscode` in a plain process: everything asked of it is a class or function that does nothing.
  const fake = `const fake = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '' : fake), apply: () => fake, construct: () => fake });
const load = require('node:module')._load; require('node:module')._load = (name, ...rest) => (name === 'vscode' ? fake : load(name, ...rest));`;
  const [ours, theirs, node] = programsInTurns([
    ['-e', `${fake} require(${JSON.stringify(file)})`],
    [
      '-e',
      `${fake} require(${JSON.stringify(path.join(projectFolder, 'node_modules/vscode-json-languageservice'))})`,
    ],
    ['-e', fake],
  ]);
  const [loading, loadingTheirs] = [ours! - node!, theirs! - node!];
  return {
    name: 'loading the language bundle',
    value: loading,
    unit: 'ms',
    beside: `vscode-json-languageservice: ${loadingTheirs.toFixed(1)} ms; the bundle has ${(fs.statSync(file).size / KB).toFixed(0)} KB`,
    ratio: loading / loadingTheirs,
    goal: '≤ 100 ms',
    holds: loading <= 100,
  };
}

/** The median times of some runs of node, in turns. */
function programsInTurns(commands: readonly (readonly string[])[]): number[] {
  const times: number[][] = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, args] of commands.entries()) {
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      // 1 means that flow-lint found something.
      if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')}: ${stderr}`);
      times[index]!.push(performance.now() - began);
    }
  }
  return times.map(median);
}
