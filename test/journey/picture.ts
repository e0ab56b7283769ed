import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../host/paths';
import type { Workbench } from './workbench';

const folder = path.join(projectFolder, 'test/journey/pictures');

/** Keeps what the window shows now as `test/journey/pictures/<name>.png`. Without the mouse: hovers hide things. */
export async function takePicture({ page }: Workbench, name: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
