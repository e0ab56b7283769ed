import type { Provenance } from '../flowjson/catalogue/types';
import type { Severity } from '../flowjson/diagnosis';

/** One finding as pipelines read it. The names and their order are an interface: `--format json` prints just this. */
export interface Result {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Meta's form: `screens[0].layout`; empty for the whole flow. */
  readonly path: string;
  /** Lines and columns count from 1, columns in UTF-16 units; `endColumn` is one past the last. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly provenance: Provenance;
}

/** What a format has to tell. */
export interface Report {
  /** Everything that was checked, in order. */
  readonly files: readonly string[];
  readonly results: readonly Result[];
  /** From this severity on a result is a failure. */
  readonly failsAt: Severity;
  /** Absolute: what relative file names start from. */
  readonly folder: string;
  /** Whether a person looks at a terminal that has colours. */
  readonly colours: boolean;
}
