import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { codes } from '../codes';
import type { Report, Result } from '../report';

/** SARIF 2.1.0 (OASIS), what code scanning services read. */
export function sarif({ results, folder }: Report): string {
  const found = [...new Set(results.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flow-lint', version, rules: found.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => sarifResult(result, found.indexOf(result.code), folder)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** What a code stands for: what the rules that report it demand. */
function descriptor(code: string) {
  const about = codes.get(code) ?? [code];
  const all = about.join(' ');
  return {
    id: code,
    shortDescription: { text: about.length === 1 ? all : `${code} of WhatsApp Flow JSON` },
    fullDescription: { text: all },
    help: { text: all },
  };
}

function sarifResult(result: Result, ruleIndex: number, folder: string) {
  const { code, severity, message, line, column, endLine, endColumn, provenance } = result;
  return {
    ruleId: code,
    ruleIndex,
    level: severity === 'info' ? 'note' : severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(result.file, folder),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(result.path !== '' && { logicalLocations: [{ fullyQualifiedName: result.path }] }),
      },
    ],
    properties: { provenance },
  };
}

/** Relative where the file lies below the folder, so that the log means the same in another checkout. */
function artifact(file: string, folder: string) {
  const absolute = path.resolve(folder, file);
  const relative = path.relative(folder, absolute);
  const outside = path.isAbsolute(relative) || relative.split(path.sep)[0] === '..';
  return outside
    ? { uri: pathToFileURL(absolute).href }
    : { uri: relative.split(path.sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
