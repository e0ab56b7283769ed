import fs from 'node:fs';
import path from 'node:path';
import { startSameBrowser } from '../host/browser';
import { faultsOf } from './accessibility';
import { drawSheet, openGallery } from './draw';
import { serveGallery } from './site';
import { sheets } from './specimens';

/** For work on the view: draws some sheets into a folder. `tsx test/gallery/look.ts FOLDER [SHEET…]` */
async function look(folder: string, names: readonly string[]): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const site = await serveGallery();
  const page = await openGallery(await startSameBrowser());
  for (const name of names.length > 0 ? names : Object.keys(sheets)) {
    const { png, complaints } = await drawSheet(page, site.url, name);
    fs.writeFileSync(path.join(folder, `${name}.png`), png);
    console.log(`${name}: ${Math.round(png.length / 1024)} KB`);
    for (const line of [...complaints, ...(await faultsOf(page))]) console.log(`  ${line}`);
  }
}

const [folder, ...names] = process.argv.slice(2);
look(folder ?? 'gallery', names).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
