import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core says against the sheet that is drawn now: a line for each rule and first place. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: string, options: object): Promise<AxeResults> };
    };
    return axe.run('main.sheet', {
      resultTypes: ['violations'],
      rules: {
        // Many phones on one page: each has a header of its own.
        'landmark-no-duplicate-banner': { enabled: false },
        'landmark-unique': { enabled: false },
        region: { enabled: false },
      },
    });
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}×, first: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary ?? ''})`,
  );
}
