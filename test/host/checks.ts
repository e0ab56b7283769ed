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
  // The first takes longest and has a core to itself; the others take turns on the next.
  const [first, ...others] = checks;
  const inTurn = async () => {
    const counts: Counts[] = [];
    for (const check of others) counts.push(await runCheck(check));
    return counts;
  };
  const [one, rest] = await Promise.all([runCheck(first!), inTurn()]);
  return sum([one, ...rest]);
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
