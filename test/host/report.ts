import { sentence, type Counts } from './counts';

/** Ends this process with the result of a test run: its counts as the last line, and the exit code to go with them. */
export function report(run: Promise<Counts>): void {
  run.then(
    (counts) => {
      console.log(`\n${sentence(counts)}`);
      process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
