import fs from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import type { Projection } from '../../../src/player/player';
import { projectFolder } from '../../host/paths';
import { faultsOf } from '../accessibility';
import { Panel } from './panel';
import { servePanel } from './panelSite';
import { themes, type ThemeName } from './themes';

const flow = fs.readFileSync(path.join(projectFolder, 'src/templates/appointment.flow.json'), 'utf8');
const flags = {
  '': [{ id: 1, severity: 'warning', text: 'No screen leads here.', code: 'UNREACHABLE' }],
  '0': [{ id: 2, severity: 'error', text: 'A TextHeading needs a text.', code: 'REQUIRED_PROPERTY' }],
} as const;

/** What is wrong with the page of the local preview in a real browser, by what should be true. */
export async function panelFaults(browser: Browser): Promise<Record<string, readonly string[]>> {
  const site = await servePanel();
  const found: Record<string, readonly string[]> = {};
  try {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      const complaints: string[] = [];
      const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
      const panel = await Panel.open(page, site.url, theme, flow, { beside: 'theme' });
      found[`is accessible in ${theme}`] = await inEveryState(panel);
      if (theme === 'light') {
        found['makes a picture that looks like the phone'] = await pictureFaults(panel);
        found['keeps what is typed'] = await typingFaults(panel);
      }
      found[`is drawn in ${theme} without complaints of the browser`] = complaints;
      await page.close();
    }
  } finally {
    site.close();
  }
  return found;
}

/** axe-core, with everything open that can be opened. */
async function inEveryState(panel: Panel): Promise<readonly string[]> {
  const { page } = panel;
  const faults: string[] = [];
  const look = async (what: string) => {
    faults.push(...(await faultsOf(page, 'body')).map((fault) => `${what}: ${fault}`));
  };
  await panel.show({ flags, mark: '1', elsewhere: 'TIME' });
  await look('with flags');
  await page.locator('.flag').first().click();
  await page.locator('.card .link').first().waitFor();
  await look('with a card');
  await page.keyboard.press('Escape');
  for (const name of ['Phone: Android', 'More']) {
    await page.getByRole('button', { name, exact: true }).click();
    await look(name);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Inspect' }).click();
  await page.keyboard.press('ArrowDown');
  await look('inspecting');
  await page.keyboard.press('Escape');
  await panel.show({ flags: {}, mark: null, elsewhere: null });
  return faults;
}

/** A picture has three pixels for each of the phone's; it and the screenshot of the phone must be alike. */
async function pictureFaults(panel: Panel): Promise<readonly string[]> {
  const faults: string[] = [];
  const one = await drawn(panel, null);
  if (one.width !== 1080 || one.height !== 1920) faults.push(`it has ${one.width} × ${one.height} pixels`);
  const phone = panel.page.locator('.frame').first();
  const shown = PNG.sync.read(await phone.screenshot());
  const different = colourShare(one, isDark) - colourShare(shown, isDark);
  if (Math.abs(different) > 0.02) faults.push(`its share of dark pixels differs by ${different}`);
  if (colourShare(one, isDark) < 0.005) faults.push('nothing is written on it');
  const all = await drawn(panel, panel.all);
  const corner = [...all.data.subarray(0, 4)].join();
  if (corner !== '255,255,255,255') faults.push(`the paper is ${corner}`);
  if (all.width < 2 * 3 * 360) faults.push(`three screens in ${all.width} pixels`);
  return faults;
}

async function drawn(panel: Panel, screens: readonly Projection[] | null): Promise<PNG> {
  const before = panel.pictures.length;
  await panel.send({ type: 'draw', screens, then: 'save', parcels: {} });
  for (let tries = 0; tries < 200 && panel.pictures.length === before; tries += 1) {
    await panel.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const picture = panel.pictures.at(-1);
  if (picture === undefined) throw new Error('no picture came');
  return PNG.sync.read(picture);
}

function isDark(red: number, green: number, blue: number): boolean {
  return red + green + blue < 200;
}

function colourShare({ data }: PNG, is: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (is(data[at]!, data[at + 1]!, data[at + 2]!)) count += 1;
  return (4 * count) / data.length;
}

/** Typed faster than the answers come. */
async function typingFaults({ page }: Panel): Promise<readonly string[]> {
  await page.getByRole('combobox', { name: 'Screen' }).selectOption('DETAILS');
  const field = page.locator('.wf-item-TextInput input').first();
  await field.pressSequentially('Anna Maria');
  await field.press('Home');
  await field.pressSequentially('Dr ');
  await panelIsQuiet(page);
  const value = await field.inputValue();
  const caret = await field.evaluate((input) => (input as HTMLInputElement).selectionStart);
  return value === 'Dr Anna Maria' && caret === 3 ? [] : [`it holds “${value}”, caret at ${caret}`];
}

async function panelIsQuiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
  });
}
