import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core says against a part of the page: the sheet that is drawn now: a line for each rule and first place. */
export async function faultsOf(page: Page, where = 'main.sheet'): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async (where) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: string, options: object): Promise<AxeResults> };
    };
    return axe.run(where, {
      resultTypes: ['violations'],
      rules: {
        // Many phones on one page: each has a header of its own.
        'landmark-no-duplicate-banner': { enabled: false },
        'landmark-unique': { enabled: false },
        region: { enabled: false },
      },
    });
  }, where);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}×, first: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary ?? ''})`,
  );
}
