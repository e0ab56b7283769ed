// Installs the dependencies where they are missing or older than package-lock.json. Every npm script
// starts here, so this file needs nothing but Node, and is quick when there is nothing to do.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} file */
function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm itself notes what it has installed, as the last thing it does: no marker of our own can be as right. */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  const wanted = packagesOf('package-lock.json') ?? {};
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === '' || (installed[folder] ? installed[folder].version === version : optional === true),
  );
}

function install() {
  const began = Date.now();
  console.log('Installing the dependencies (once; about half a minute) …');
  // Not `npm ci`: it refuses a lock file that lacks optional packages for other systems than ours, and a registry
  // that does not carry them makes such lock files. The versions are those of the lock file all the same.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`npm could not install the dependencies. ${error?.message ?? ''}`);
    process.exit(1);
  }
  console.log(`Dependencies installed in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
}

if (!upToDate()) {
  const { withLock } = await import('./lock.mjs');
  await withLock(path.join(root, '.vscode-test', 'dependencies.lock'), () => {
    if (!upToDate()) install();
  });
}
