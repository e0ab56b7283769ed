import { oneFailed, onePassed, sum, type Counts } from './counts';
import { output, tool } from './processes';
import { projectFolder } from './paths';

/** A tool that is content or not: it counts as one test. */
type Check = readonly [name: string, ...args: string[]];

const lint: Check[] = [
  ['eslint', '.'],
  ['prettier', '--check', '--log-level=warn', '.'],
  ['knip', '--no-progress'],
];
const typecheck: Check[] = [['tsc', '--pretty', 'false']];

export const runLint = (): Promise<Counts> => runChecks(lint);
export const runTypecheck = (): Promise<Counts> => runChecks(typecheck);

async function runChecks(checks: readonly Check[]): Promise<Counts> {
  const counts: Counts[] = [];
  for (const check of checks) counts.push(await runCheck(check));
  return sum(counts);
}

async function runCheck([name, ...args]: Check): Promise<Counts> {
  const began = Date.now();
  const took = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  try {
    await output(tool(name), args, { cwd: projectFolder });
    console.log(`  ✔ ${name} (${took()})`);
    return onePassed;
  } catch (error) {
    console.log(`  ✘ ${name} (${took()})\n${(error as Error).message}`);
    return oneFailed;
  }
}
