import type Mocha from 'mocha';
import type { Counts } from './counts';

/** Runs test files in this process, one after the other, and reports as it goes. */
export async function runMocha(
  files: readonly string[],
  options: Mocha.MochaOptions,
  print: (...args: unknown[]) => void = console.log,
): Promise<Counts> {
  const { default: MochaClass } = await import('mocha');
  MochaClass.reporters.Base.consoleLog = print;
  MochaClass.reporters.Base.useColors = false;
  const mocha = new MochaClass({
    reporter: 'spec',
    forbidOnly: Boolean(process.env['CI']),
    ...options,
  });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  if (!stats) throw new Error('Mocha ended without a result.');
  return { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
}
