import fs from 'node:fs';
import path from 'node:path';
import type { Counts } from './counts';
import { projectFolder, removeFolder, temporaryFolder } from './paths';
import { startGroup, tool } from './processes';

/** The part of Vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs the tests that need nothing but Node. */
export async function runUnit(): Promise<Counts> {
  const folder = temporaryFolder('unit');
  const file = path.join(folder, 'report.json');
  try {
    const code = await startGroup(
      tool('vitest'),
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] },
    ).exit;
    const report = JSON.parse(fs.readFileSync(file, 'utf8')) as Report;
    const unreadable = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + unreadable;
    return {
      passed: report.numPassedTests,
      // An error outside of any test fails the run without failing a test.
      failed: code === 0 ? failed : Math.max(failed, 1),
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } finally {
    removeFolder(folder);
  }
}
