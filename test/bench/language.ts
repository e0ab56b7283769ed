import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/paths';
import { bundled } from './bundled';
import type { measure } from './languageWork';
import { measureLoading, programsInTurns } from './programs';
import type { Row } from './row';

const corpus = path.join(projectFolder, '../shared/corpus');
const samples = path.join(projectFolder, 'test/simulator/flows');

/** What the language costs in the editor and in a pipeline. `dist` holds the bundles as they are shipped. */
export async function measureLanguage(dist: string): Promise<Row[]> {
  const { measure: measureWork } = await bundled<{ measure: typeof measure }>('languageWork.ts');
  return [...(await measureWork()), measureLint(dist), measureLoading(dist, 'language')];
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
