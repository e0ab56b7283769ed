import { bundled } from './bundled';
import type { Row } from './row';
import type { measure } from './explorerWork';

/** What the sidebar's own code takes of the extension host with 10,000 flows: VS Code's drawing is in `window.ts`. */
export async function measureExplorer(): Promise<Row[]> {
  const work = await bundled<{ measure: typeof measure }>('explorerWork.ts');
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
