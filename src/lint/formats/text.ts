import type { Severity } from '../../flowjson/diagnosis';
import type { Report, Result } from '../report';
import { severities } from '../severities';

/** One line for each result, in the form that terminals make a link of, and a sum at the end. */
export function text({ files, results, colours }: Report): string {
  const paint = colours ? coloured : plain;
  return [...results.map((result) => line(result, paint)), sum(files, results), ''].join('\n');
}

type Paint = (severity: Severity) => string;

const plain: Paint = (severity) => severity;
const coloured: Paint = (severity) => `\u001b[${colourOf[severity]}m${severity}\u001b[39m`;
const colourOf = { error: 31, warning: 33, info: 36 };

function line({ file, line, column, severity, code, message, path }: Result, paint: Paint): string {
  const where = path === '' ? '' : ` (${printable(path)})`;
  return `${printable(file)}:${line}:${column}: ${paint(severity)} ${code}: ${printable(message)}${where}`;
}

/** Names and keys come from other people: nothing in them may move the cursor or begin a line. */
function printable(foreign: string): string {
  return foreign.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sum(files: readonly string[], results: readonly Result[]): string {
  const inFiles = counted(files.length, 'file');
  if (results.length === 0) return `Nothing found in ${inFiles}.`;
  const counts = severities.flatMap((severity) => {
    const count = results.filter((result) => result.severity === severity).length;
    return count === 0 ? [] : [severity === 'info' ? `${count} info` : counted(count, severity)];
  });
  return `${counts.join(', ')} in ${inFiles}.`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
