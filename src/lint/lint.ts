import fs from 'node:fs';
import type { Readable } from 'node:stream';
import { version } from '../../package.json';
import { looksLikeFlow } from '../flowjson/model/recognise';
import { check } from './check';
import { readConfig } from './config';
import { chooseFiles, type Candidate } from './files';
import { formats } from './formats';
import { help, readOptions, type Options } from './options';
import type { Result } from './report';
import { reaches } from './severities';
import { inColours, readText, write, type Output } from './streams';
import { Unusable, whyUnreadable } from './unusable';

/** Where flow-lint runs, and what it reads and writes. */
export interface Surroundings {
  /** Absolute: what file names start from, and where the configuration is looked for. */
  readonly folder: string;
  readonly input: Readable;
  readonly output: Output;
  /** For what is not a finding: complaints and notes. */
  readonly notes: Output;
}

/** 0: clean; 1: findings at or above the level; 2: unusable arguments or unreadable files. */
export type ExitCode = 0 | 1 | 2;

/** flow-lint, from its arguments to its exit code. Never rejects. */
export async function lint(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { notes } = surroundings;
  try {
    return await run(readOptions(args), surroundings);
  } catch (error) {
    // What is not `Unusable` is a mistake of ours, which must not look like findings (1) either.
    const text = error instanceof Unusable ? error.message : String((error as Error).stack);
    await write(notes, `flow-lint: ${text}\n`);
    return 2;
  }
}

async function run(options: Options, surroundings: Surroundings): Promise<ExitCode> {
  const { folder, output, notes } = surroundings;
  if (options.help || options.version) {
    await write(output, options.help ? help : `${version}\n`);
    return 0;
  }
  if (options.files.length === 0) {
    throw new Unusable('name files, folders or globs, or - for the standard input. See flow-lint --help.');
  }
  const config = readConfig(folder, options.config);
  const levels = new Map([...config.rules, ...options.rules]);
  const failsAt = options.severity ?? config.severity ?? 'error';
  const ignore = { globs: config.ignore, folder: config.folder };
  const { candidates, problems } = chooseFiles(options.files, folder, ignore);

  const complaints = [...problems];
  const files: string[] = [];
  const results: Result[] = [];
  for (const candidate of candidates) {
    const text = await textOf(candidate, surroundings, complaints);
    if (text === undefined || !isMeant(candidate, text)) continue;
    files.push(candidate.name);
    results.push(...check(candidate.name, text, levels));
  }

  const report = { files, results, failsAt, folder, colours: inColours(output) };
  if (files.length > 0 || complaints.length === 0) await write(output, formats[options.format](report));
  for (const complaint of complaints) await write(notes, `flow-lint: ${complaint}\n`);
  if (complaints.length > 0) return 2;
  if (files.length === 0) await write(notes, 'flow-lint: no Flow JSON was found.\n');
  return results.some(({ severity }) => reaches(severity, failsAt)) ? 1 : 0;
}

async function textOf(
  { path, name }: Candidate,
  { input }: Surroundings,
  complaints: string[],
): Promise<string | undefined> {
  try {
    return path === undefined ? await readText(input) : new TextDecoder().decode(fs.readFileSync(path));
  } catch (error) {
    complaints.push(`${name} cannot be read: ${whyUnreadable(error)}.`);
    return undefined;
  }
}

/** What a folder or a glob brings along counts only if it is Flow JSON, by its name or by what it says. */
function isMeant({ name, named }: Candidate, text: string): boolean {
  return named || name.toLowerCase().endsWith('.flow.json') || looksLikeFlow(text);
}
