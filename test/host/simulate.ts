import fs from 'node:fs';
import { startSimulator } from '../simulator';
import { atEnd } from './ending';
import { cachePath } from './paths';
import { sampleAccount } from './sampleAccount';

/** Runs the simulator by itself, and leaves its account where the debugger (F5) finds it. */
async function simulate(): Promise<void> {
  console.log('Starting the CAMS simulator …');
  const simulator = await startSimulator();
  atEnd(() => simulator.close());
  const lines = Object.entries(sampleAccount(simulator)).map(([name, value]) => `${name}=${value}\n`);
  fs.mkdirSync(cachePath(), { recursive: true });
  fs.writeFileSync(cachePath('simulator.env'), lines.join(''));
  console.log(`CAMS is simulated at ${simulator.endpoint}. Ctrl-C ends it.`);
}

simulate().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
