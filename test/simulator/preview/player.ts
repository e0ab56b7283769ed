import path from 'node:path';

/** Our player for a browser. */
export interface PlayerBundle {
  readonly script: string;
  readonly style: string;
}

let built: Promise<PlayerBundle> | undefined;

/** Built when the first page is asked for, and kept: for every simulator of this process. */
export function playerBundle(): Promise<PlayerBundle> {
  return (built ??= build());
}

async function build(): Promise<PlayerBundle> {
  // Loaded only here: most who start a simulator never open a preview.
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, 'browser/main.tsx')],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    platform: 'browser',
    format: 'iife',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { DEVELOPMENT: 'false' },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const of = (type: string) => outputFiles.find(({ path: file }) => file.endsWith(type))!.text;
  return { script: of('.js'), style: of('.css') };
}
