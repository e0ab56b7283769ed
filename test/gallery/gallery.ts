import type { Locator, Page } from 'playwright-core';
import { startSameBrowser } from '../host/browser';
import { oneFailed, onePassed, sum, type Counts } from '../host/counts';
import { step } from '../host/progress';
import { faultsOf } from './accessibility';
import { panelFaults } from './panel/checkPanel';
import { drawSheet, openGallery } from './draw';
import { forgetOthers, keepPicture, pictureFault } from './picture';
import { serveGallery } from './site';
import { sheets } from './specimens';
import { missedByTab, uses } from './use';

const all = Object.keys(sheets);

/** Draws every sheet: it has to look as it is kept, axe-core must find nothing, and the page must not complain. */
export async function runGallery(names: readonly string[] = all): Promise<Counts> {
  return withPage(async (page, url) => {
    let counts = await judgePanel(page);
    for (const name of names) {
      const { png, complaints } = await drawSheet(page, url, name);
      const faults = {
        'looks as it did': [pictureFault(name, png)].filter((fault) => fault !== undefined),
        'is accessible': await faultsOf(page),
        'is drawn without complaints of the browser': complaints,
      };
      const phone = page.locator('.phone').first();
      const tried = {
        ...faults,
        'is reached by Tab, everywhere': await missedByTab(phone, page),
        ...(await used(page, phone, () => drawSheet(page, url, name), name)),
      };
      counts = sum([counts, told(name, tried)]);
    }
    if (counts.failed > 0)
      console.log('Look at it: npm run gallery. As it should be: npm run gallery -- --keep');
    return counts;
  });
}

async function judgePanel(page: Page): Promise<Counts> {
  const browser = page.context().browser()!;
  return told('The local preview', await panelFaults(browser));
}

/** Counts what is true and what is not, and says what is not. */
function told(name: string, faults: Readonly<Record<string, readonly string[]>>): Counts {
  return sum(
    Object.entries(faults).map(([claim, found]) => {
      if (found.length === 0) return onePassed;
      console.log([`✗ ${name} ${claim}:`, ...found].join('\n    '));
      return oneFailed;
    }),
  );
}

/** Keeps all sheets as they look now. */
export async function keepGallery(): Promise<void> {
  await withPage(async (page, url) => {
    for (const name of all) keepPicture(name, (await drawSheet(page, url, name)).png);
  });
  forgetOthers(all);
}

/** What came of everything that is done on a sheet; each begins with a new one. */
async function used(
  page: Page,
  phone: Locator,
  begin: () => Promise<unknown>,
  name: string,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { claim, work } of uses.filter(({ sheet }) => sheet === name)) {
    await begin();
    found[claim] = await work(phone, page).then(
      () => [],
      (error: unknown) => [String(error)],
    );
  }
  return found;
}

async function withPage<T>(work: (page: Page, url: string) => Promise<T>): Promise<T> {
  const site = await serveGallery();
  const browser = await step('Starting a browser', startSameBrowser);
  try {
    return await work(await openGallery(browser), site.url);
  } finally {
    await browser.close();
    site.close();
  }
}
