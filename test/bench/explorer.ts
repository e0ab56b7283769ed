import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Row } from './row';
import type { measure } from './explorerWork';

/** What the sidebar's own code takes of the extension host with 10,000 flows: VS Code's drawing is in `window.ts`. */
export async function measureExplorer(): Promise<Row[]> {
  const work = await load();
  const { statusEvent, newPage, wholeSort, filter, allItems } = work.measure();
  const row = (name: string, value: number, goal: number): Row => ({
    name,
    value,
    unit: 'ms',
    beside: `sorting 10,000 flows: ${wholeSort.toFixed(1)} ms`,
    ratio: value / wholeSort,
    goal: `≤ ${goal} ms`,
    holds: value <= goal,
  });
  return [
    row('one status among 10,000 flows', statusEvent, 1),
    row('100 new flows among 10,000', newPage, 20),
    row('filter 10,000 flows', filter, 50),
    row('rows for 10,000 flows', allItems, 100),
  ];
}

/** Bundled, because the sidebar's code needs a `vscode` and there is none in a plain process. */
async function load(): Promise<{ measure: typeof measure }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cams-flows-bench-'));
  try {
    const outfile = path.join(folder, 'work.cjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, 'explorerWork.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      alias: { vscode: path.join(import.meta.dirname, 'explorerVscode.ts') },
    });
    return createRequire(import.meta.url)(outfile) as { measure: typeof measure };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
