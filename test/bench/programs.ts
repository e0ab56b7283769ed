import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/paths';
import type { Row } from './row';
import { median } from './timing';

const KB = 1024;
const ROUNDS = 9;

/** How long who needs a bundle first waits until it is there. */
export function measureLoading(dist: string, bundle: 'language' | 'local'): Row {
  const file = path.join(dist, `${bundle}.js`);
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
    name: `loading the ${bundle} bundle`,
    value: loading,
    unit: 'ms',
    beside: `vscode-json-languageservice: ${loadingTheirs.toFixed(1)} ms; the bundle has ${(fs.statSync(file).size / KB).toFixed(0)} KB`,
    ratio: loading / loadingTheirs,
    goal: '≤ 100 ms',
    holds: loading <= 100,
  };
}

/** The median times of some runs of node, in turns. */
export function programsInTurns(commands: readonly (readonly string[])[]): number[] {
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
