import path from 'node:path';
import type { Report, Result } from '../../../../src/lint/report';

export const result: Result = {
  file: 'flows/a.flow.json',
  code: 'INVALID_ENUM_VALUE',
  severity: 'error',
  message: 'Not one of the words.',
  path: 'screens[0].layout.type',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  provenance: 'documented',
};

export function reportOf(results: readonly Result[], more: Partial<Report> = {}): Report {
  const files = [...new Set(results.map(({ file }) => file))];
  return { files, results, failsAt: 'error', folder: path.resolve('/project'), colours: false, ...more };
}
