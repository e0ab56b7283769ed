import type { Diagnosis, Severity } from '../flowjson/diagnosis';

/** How many of each severity. */
export type Count = Readonly<Record<Severity, number>>;

export const nothing: Count = { error: 0, warning: 0, info: 0 };

export function counted(diagnoses: readonly Diagnosis[]): Count {
  const count = { ...nothing };
  for (const { severity } of diagnoses) count[severity] += 1;
  return count;
}

export function add(a: Count, b: Count): Count {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info };
}
