import path from 'node:path';
import { cachePath, projectFolder } from './paths';
import { output } from './processes';

/** Builds for production and packages, exactly as a release would be; returns the `.vsix`. */
export async function packageExtension(): Promise<string> {
  const file = cachePath('cams-flows.vsix');
  const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
  await output(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], {
    cwd: projectFolder,
  });
  return file;
}
