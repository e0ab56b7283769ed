import fs from 'node:fs';
import path from 'node:path';
import { say } from '../../../src/flowjson/message';
import type { LookSettings } from '../../../src/webview/local/contract';
import { startSameBrowser } from '../../host/browser';
import { projectFolder } from '../../host/paths';
import { Panel, sampleLog } from './panel';
import { servePanel } from './panelSite';
import { themes, type ThemeName } from './themes';

/** For work on the local preview: draws its page into a folder, and the pictures it makes. `tsx … FOLDER [FLOW]` */
async function look(folder: string, flow: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const json = fs.readFileSync(path.join(projectFolder, flow), 'utf8');
  const site = await servePanel();
  const browser = await startSameBrowser();
  const open = async (theme: ThemeName, width: number, height: number, look: Partial<LookSettings> = {}) => {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
    page.on('console', (line) => line.type() === 'error' && console.log(theme, line.text()));
    page.on('pageerror', (error) => console.log(theme, error.message));
    const panel = await Panel.open(page, site.url, theme, json, look);
    await panel.send(sampleLog(Date.now()));
    return panel;
  };
  const keep = async ({ page }: Panel, name: string) => {
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  const flags = {
    '': [{ id: 3, severity: 'warning', text: 'No screen leads here.', code: 'UNREACHABLE_SCREEN' }],
    '0': [{ id: 1, severity: 'error', text: 'A TextHeading needs a text.', code: 'REQUIRED_PROPERTY' }],
    '1': [
      { id: 2, severity: 'warning', text: 'This text is too long for a phone.', code: 'TOO_LONG' },
      { id: 4, severity: 'info', text: 'Another thought.', code: 'ADVICE' },
    ],
  } as const;
  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const [width, height] of [
      [360, 700],
      [700, 760],
      [1400, 860],
    ] as const) {
      const panel = await open(theme, width, height, width > 1000 ? { beside: 'platform' } : {});
      await panel.show({ flags, mark: '1', elsewhere: panel.screens[1] ?? null });
      await panel.page.waitForTimeout(150);
      await keep(panel, `${theme}-${width}`);
      if (width === 700) {
        await panel.page.locator('.flag').nth(2).click();
        await panel.page.waitForTimeout(100);
        await keep(panel, `${theme}-card`);
        await panel.page.keyboard.press('Escape');
        await panel.page.getByRole('button', { name: 'Phone: Android' }).click();
        await keep(panel, `${theme}-look`);
        await panel.page.keyboard.press('Escape');
        await panel.page.getByRole('button', { name: 'More' }).click();
        await panel.show({
          elsewhere: null,
          behind: say('The text is half typed: this is what it was before.'),
        });
        await keep(panel, `${theme}-more`);
        await panel.page.keyboard.press('Escape');
        await panel.page.getByRole('button', { name: 'Inspect' }).click();
        await panel.page.keyboard.press('ArrowDown');
        await panel.page.keyboard.press('ArrowDown');
        await keep(panel, `${theme}-inspect`);
        for (const screens of [null, panel.all]) {
          await panel.send({ type: 'draw', screens, then: 'save', parcels: {} });
          await until(() => panel.pictures.length > 0);
          fs.writeFileSync(
            path.join(folder, `picture-${theme}-${screens ? 'all' : 'one'}.png`),
            panel.pictures.pop()!,
          );
        }
      }
      await panel.page.close();
    }
  }
  await browser.close();
  site.close();
}

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !is(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

const [folder = 'panel', flow = 'src/templates/appointment.flow.json'] = process.argv.slice(2);
look(folder, flow).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
