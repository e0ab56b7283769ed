import type { Report, Result } from '../report';
import { reaches } from '../severities';

/**
 * JUnit's XML: each file is a suite, each result a test that failed, a file without any a test that passed. What is below
 * the level passes too, with its sentence as output, so that the numbers say what the exit code says.
 */
export function junit({ files, results, failsAt }: Report): string {
  const fails = ({ severity }: Result): boolean => reaches(severity, failsAt);
  const byFile = new Map<string, Result[]>(files.map((file) => [file, []]));
  for (const result of results) byFile.get(result.file)!.push(result);

  const suites = [...byFile].map(([file, found]) => {
    const tests =
      found.length === 0
        ? [element('testcase', { classname: file, name: 'Flow JSON' })]
        : found.map((result) => testcase(result, fails(result)));
    const counts = { tests: tests.length, failures: found.filter(fails).length, errors: 0 };
    return { counts, xml: element('testsuite', { name: file, ...counts }, tests) };
  });

  const sum = (key: 'tests' | 'failures'): number =>
    suites.reduce((total, { counts }) => total + counts[key], 0);
  const totals = { name: 'flow-lint', tests: sum('tests'), failures: sum('failures'), errors: 0 };
  const all = element(
    'testsuites',
    totals,
    suites.map(({ xml }) => xml),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
}

function testcase({ file, code, severity, message, path, line, column }: Result, failed: boolean): string {
  const text = `${severity} ${code}: ${message}\n${file}:${line}:${column} ${path}`.trimEnd();
  const inner = failed
    ? element('failure', { type: code, message }, [escaped(text)])
    : element('system-out', {}, [escaped(text)]);
  return element('testcase', { classname: file, name: `${code} at ${line}:${column}` }, [inner]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${name}>`;
}

/** Characters that XML 1.0 cannot hold at all become U+FFFD; line ends and tabs survive in attributes as references. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
