// Builds everything the extension ships. `--production` minifies and leaves out what only development needs.
const esbuild = require('esbuild');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Host-side bundles. Each loads at a moment of its own: see CONTRIBUTING, "Six moments". */
const hostEntries = {
  extension: 'src/extension.ts',
  app: 'src/app.ts',
  service: 'src/cams/service.ts',
  language: 'src/language/language.ts',
  local: 'src/preview/local/local.ts',
  templates: 'src/templates/templates.ts',
};

const webviewEntries = {
  preview: 'src/webview/hosted/main.tsx',
  local: 'src/webview/local/main.tsx',
  map: 'src/webview/map/main.tsx',
};

/** `import()` of another host bundle stays an import at run time instead of being pulled in. */
const keepBundlesApart = {
  name: 'keep-bundles-apart',
  setup(build) {
    build.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const target = path.relative(__dirname, path.resolve(args.resolveDir, args.path)).replace(/\.ts$/, '');
      const name = Object.keys(hostEntries).find((key) => hostEntries[key] === `${target}.ts`);
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * Takes VS Code's API as it is. As a module's namespace it would be copied, all 400 members of it, once for each of our
 * files: half of the time that the program takes to load, and 7 MB.
 */
const takeApiAsItIs = {
  name: 'take-api-as-it-is',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      const contents = text.replace(
        /^import \* as vscode from 'vscode';$/m,
        "import vscode = require('vscode');",
      );
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * What the SDK and node-fetch bring along for others: credential providers (we hand the SDK ready keys), the SDK's
 * other runtime, a writer of XML (CAMS is asked without any), and streams that Node has by itself. Three quarters of the
 * service bundle otherwise.
 */
const leaveOut = {
  name: 'leave-out',
  setup(build) {
    const unused = /^(@alicloud\/credentials|@darabonba\/typescript|web-streams-polyfill|xmlbuilder)(\/|$)/;
    build.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: '' }));
  },
};

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  metafile: true,
  legalComments: 'none',
  define: { DEVELOPMENT: String(!production) },
};

const host = {
  ...common,
  entryPoints: hostEntries,
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  // Not the default order: the `main` of jsonc-parser asks for its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  target: 'node22',
  external: ['vscode'],
  plugins: [keepBundlesApart, takeApiAsItIs, leaveOut],
};

/** A program of its own, for every Node from 20 on, outside of VS Code too. */
const lint = {
  ...common,
  entryPoints: { 'flow-lint': 'src/lint/main.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  mainFields: host.mainFields,
  target: 'node20',
};

const webview = {
  ...common,
  entryPoints: webviewEntries,
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  target: 'chrome134',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

/** Writes the JSON Schemas. Their generator is bundled to run once, here; it is not shipped. */
async function writeSchemas() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'schemas-'));
  const outfile = path.join(folder, 'schemas.js');
  await esbuild.build({
    ...common,
    entryPoints: ['scripts/schemas.ts'],
    outfile,
    platform: 'node',
    format: 'cjs',
    mainFields: host.mainFields,
  });
  require(outfile).writeSchemas('dist/schemas');
  fs.rmSync(folder, { recursive: true });
}

async function main() {
  fs.rmSync('dist', { recursive: true, force: true });
  await writeSchemas();
  if (watch) {
    for (const options of [host, lint, webview])
      await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
    return;
  }
  for (const options of [host, lint, webview]) {
    const { metafile } = await esbuild.build(options);
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      if (!file.endsWith('.map')) console.log(`${file.padEnd(32)} ${(bytes / 1024).toFixed(1)} KB`);
    }
  }
  fs.chmodSync('dist/flow-lint.js', 0o755);
}

module.exports = { lint };

if (require.main === module) {
  main().catch((error) => {
    console.error(error.message ?? error);
    process.exit(1);
  });
}
