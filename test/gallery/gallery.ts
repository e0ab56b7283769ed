import type { Page } from 'playwright-core';
import { startBrowser } from '../host/browser';
import { noCounts, oneFailed, onePassed, sum, type Counts } from '../host/counts';
import { step } from '../host/progress';
import { faultsOf } from './accessibility';
import { drawSheet, openGallery } from './draw';
import { forgetOthers, keepPicture, pictureFault } from './picture';
import { serveGallery } from './site';
import { sheets } from './specimens';

const names = Object.keys(sheets);

/** Draws every sheet: it has to look as it is kept, axe-core must find nothing, and the page must not complain. */
export async function runGallery(): Promise<Counts> {
  return withPage(async (page, url) => {
    let counts = noCounts;
    for (const name of names) {
      const { png, complaints } = await drawSheet(page, url, name);
      const faults = {
        'looks as it did': [pictureFault(name, png)].filter((fault) => fault !== undefined),
        'is accessible': await faultsOf(page),
        'is drawn without complaints of the browser': complaints,
      };
      for (const [claim, found] of Object.entries(faults)) {
        counts = sum([counts, found.length === 0 ? onePassed : oneFailed]);
        if (found.length > 0) console.log([`✗ ${name} ${claim}:`, ...found].join('\n    '));
      }
    }
    if (counts.failed > 0)
      console.log('Look at it: npm run gallery. As it should be: npm run gallery -- --keep');
    return counts;
  });
}

/** Keeps all sheets as they look now. */
export async function keepGallery(): Promise<void> {
  await withPage(async (page, url) => {
    for (const name of names) keepPicture(name, (await drawSheet(page, url, name)).png);
  });
  forgetOthers(names);
}

async function withPage<T>(work: (page: Page, url: string) => Promise<T>): Promise<T> {
  const site = await serveGallery();
  const browser = await step('Starting a browser', startBrowser);
  try {
    return await work(await openGallery(browser), site.url);
  } finally {
    await browser.close();
    site.close();
  }
}
