import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { lint, type ExitCode } from '../../../src/lint/lint';
import { oneScreen } from '../flowjson/support';

/** Nothing is found in it. */
export const cleanFlow = oneScreen([{ type: 'TextHeading', text: 'Good morning' }]);
/** One error: INVALID_FLOW_JSON_VERSION_STATE at line 2, columns 14 to 19. */
export const expiredFlow = cleanFlow.replace('"7.3"', '"4.0"');

export interface Outcome {
  readonly code: ExitCode;
  readonly output: string;
  readonly notes: string;
}

/** A folder of its own to run flow-lint in. */
export class Workbench {
  readonly folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'cams-flows-lint-'));

  /** Writes files, by their paths with forward slashes. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }

  async lint(args: readonly string[], { input = '', from = '.' } = {}): Promise<Outcome> {
    const output = new Collector();
    const notes = new Collector();
    const folder = path.join(this.folder, from);
    const code = await lint(args, { folder, input: Readable.from([Buffer.from(input)]), output, notes });
    return { code, output: output.text, notes: notes.text };
  }

  /** The files that are checked, under the names that results would have. */
  async filesChecked(args: readonly string[], from = '.'): Promise<string[]> {
    const { output } = await this.lint(['--format', 'junit', ...args], { from });
    return [...output.matchAll(/<testsuite name="([^"]*)"/g)].map((match) => match[1]!);
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true });
  }
}

/** Keeps what is written to it. */
export class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
