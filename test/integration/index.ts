import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { sentence } from '../host/counts';
import { runMocha } from '../host/mocha';
import { reachListener } from './channel';

/** What VS Code calls as the tests of an extension; a rejection is a failed run. */
export async function run(): Promise<void> {
  const listener = await reachListener();
  const files = fs
    .readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'));
  const counts = await runMocha(
    files.sort().map((name) => path.join(__dirname, name)),
    { timeout: 30_000 },
    (...args: unknown[]) => listener.say(format(...args)),
  );
  await listener.finish(counts);
  if (counts.failed > 0) throw new Error(sentence(counts));
}
