/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const noCounts: Readonly<Counts> = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Readonly<Counts> = { ...noCounts, passed: 1 };
export const oneFailed: Readonly<Counts> = { ...noCounts, failed: 1 };

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    noCounts,
  );

/** `12 passed, 1 failed`, and the skipped ones where there are any. */
export const sentence = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
