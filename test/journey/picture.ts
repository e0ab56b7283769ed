import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/paths';
import type { Workbench } from './workbench';

/** Keeps what the window shows now, without what comes and goes by itself, as a PNG in a folder of the project. */
export async function takePicture(
  { page }: Workbench,
  name: string,
  folder = 'test/journey/pictures',
): Promise<void> {
  await page.mouse.move(0, 0);
  await page.locator('.workbench-hover-container:visible').first().waitFor({ state: 'hidden' });
  await page.getByText('Activating Extensions').first().waitFor({ state: 'hidden' });
  const target = path.join(projectFolder, folder);
  fs.mkdirSync(target, { recursive: true });
  await page.screenshot({
    path: path.join(target, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
