import { packageExtension } from '../host/package';
import { installVsCode } from '../host/packages';
import { projectFolder } from '../host/paths';
import { step } from '../host/progress';
import path from 'node:path';
import { measureExplorer } from './explorer';
import { measureLanguage } from './language';
import { print, write, type Row } from './row';
import { measureListing, measureOpening } from './service';
import { measurePreview } from './preview';
import { measureLoading } from './programs';
import { measurePages, measureSizes } from './sizes';
import { measurePushing, measureSaving } from './writing';
import { measureActivation, measureManyFlows } from './window';

const dist = path.join(projectFolder, 'dist');

/** Measures what the design promises so far; the exit code says whether all of it holds. */
async function bench(): Promise<boolean> {
  const vsix = await step('Packaging the extension', packageExtension);
  await installVsCode();
  const rows: Row[] = [
    ...(await step('Activation in a window', () => measureActivation(vsix))),
    ...measureSizes(path.join(dist, 'extension.js'), vsix),
    ...measurePages(dist),
    ...(await step('Listing 10,000 flows', measureListing)),
    ...(await step('Opening a flow', measureOpening)),
    ...(await step('Saving a flow', measureSaving)),
    ...(await step('Pushing 200 files', measurePushing)),
    ...(await step('Sidebar work', measureExplorer)),
    ...(await step('Flow JSON', () => measureLanguage(dist))),
    ...(await step('The local preview and the map', () => measurePreview(dist))),
    measureLoading(dist, 'local'),
    ...(await step('A window with 10,000 flows', () => measureManyFlows(vsix))),
  ];
  console.log();
  print(rows);
  write(rows, path.join(projectFolder, 'bench.json'));
  return rows.every(({ holds }) => holds);
}

bench().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
