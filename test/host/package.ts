import path from 'node:path';
import { cachePath, projectFolder } from './paths';
import { output } from './processes';

const vsce = (...args: string[]) =>
  output(
    process.execPath,
    [path.join(projectFolder, 'node_modules/@vscode/vsce/vsce'), ...args, '--no-dependencies'],
    {
      cwd: projectFolder,
    },
  );

/** Builds for production and packages, exactly as a release would be; returns the `.vsix`. */
export async function packageExtension(): Promise<string> {
  const file = cachePath('cams-flows.vsix');
  await vsce('package', '--out', file);
  return file;
}

/** What the package would contain now, as paths relative to the project. */
export const packagedFiles = async (): Promise<string[]> => (await vsce('ls')).trim().split(/\r?\n/);
