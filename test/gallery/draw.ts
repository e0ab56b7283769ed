import type { Browser, Page } from 'playwright-core';

/** What a sheet looks like, and what went wrong while it was drawn. */
export interface DrawnSheet {
  readonly png: Buffer;
  /** Exceptions, and what the page's policy refused. */
  readonly complaints: readonly string[];
}

/** The day on which the calendars are drawn. */
const today = new Date('2026-03-10T09:00:00');

/** A page of the gallery, always of the same day, time zone and language. */
export async function openGallery(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 3008, height: 800 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  return page;
}

/** Draws one sheet. */
export async function drawSheet(page: Page, url: string, name: string): Promise<DrawnSheet> {
  const complaints: string[] = [];
  const onError = (error: Error): void => void complaints.push(error.message);
  const onConsole = (message: { type(): string; text(): string }): void => {
    if (message.type() === 'error') complaints.push(message.text());
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  try {
    await page.goto('about:blank');
    await page.goto(`${url}#${name}`);
    const sheet = page.locator('main.sheet');
    await sheet.waitFor();
    await page.evaluate(async () => {
      await document.fonts.ready;
      // What is pressed after drawing opens within a few frames.
      for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
    });
    const png = await sheet.screenshot({ animations: 'disabled', caret: 'hide' });
    return { png, complaints };
  } finally {
    page.off('pageerror', onError);
    page.off('console', onConsole);
  }
}
