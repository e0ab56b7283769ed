import fs from 'node:fs';
import path from 'node:path';
import type { Counts } from '../host/counts';
import { runMocha } from '../host/mocha';
import { packageExtension } from '../host/package';
import { installVsCode } from '../host/packages';
import { projectFolder } from '../host/paths';
import { step } from '../host/progress';

/** Packages the extension and walks through it as a person who has installed it. */
export async function runJourney(): Promise<Counts> {
  process.env['CAMS_FLOWS_VSIX'] = await step('Packaging the extension', packageExtension);
  await installVsCode();
  const folder = path.join(projectFolder, 'test/journey');
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  console.log('Walking through the packaged extension …');
  return runMocha(
    files.sort().map((name) => path.join(folder, name)),
    { timeout: 120_000 },
  );
}

/** The package under test. */
export function packagedExtension(): string {
  const file = process.env['CAMS_FLOWS_VSIX'];
  if (!file)
    throw new Error('Journey tests are run by `npm run journey`, which packages the extension first.');
  return file;
}
