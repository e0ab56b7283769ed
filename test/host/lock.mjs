import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process on this machine holds the same lock file. A lock whose owner has
 * died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let announced = false; !acquire(file); announced = true) {
    if (!announced)
      console.log(`Waiting for another process that is doing the same (${path.basename(file)}) …`);
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function acquire(file) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    // A link appears complete or not at all: nobody ever reads a lock without its owner.
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (ownerIsGone(file)) fs.rmSync(file, { force: true });
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** @param {string} file */
function ownerIsGone(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
