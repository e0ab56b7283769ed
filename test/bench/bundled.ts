import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Loads a module of this folder as it would be shipped: bundled, with `vscode` and what else has a double replaced by
 * that: a file of this folder, by the name of the module that it stands for. What runs the benches itself
 * (tsx) gives every function its name back, which costs more than some of the functions do.
 */
export async function bundled<T>(
  file: string,
  doubles: Readonly<Record<string, string>> = { vscode: 'explorerVscode.ts' },
): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cams-flows-bench-'));
  try {
    const outfile = path.join(folder, 'work.cjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, file)],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      // As in esbuild.js: the `main` of jsonc-parser cannot be followed.
      mainFields: ['module', 'main'],
      outfile,
      alias: Object.fromEntries(
        Object.entries(doubles).map(([name, double]) => [name, path.join(import.meta.dirname, double)]),
      ),
    });
    return createRequire(import.meta.url)(outfile) as T;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
