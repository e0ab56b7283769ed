import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../../../src/lint/formats/sarif';
import { rules } from '../../../../src/flowjson/rules';
import type { Result } from '../../../../src/lint/report';
import { reportOf, result } from './report';

const run = (results: readonly Result[]) => JSON.parse(sarif(reportOf(results))).runs[0];

describe('SARIF', () => {
  it('holds the results in its own words', () => {
    const log = JSON.parse(sarif(reportOf([result])));
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') });
    expect(log.runs).toHaveLength(1);
    expect(log.runs[0].columnKind).toBe('utf16CodeUnits');
    expect(log.runs[0].results).toEqual([
      {
        ruleId: 'INVALID_ENUM_VALUE',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'Not one of the words.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'flows/a.flow.json', uriBaseId: '%SRCROOT%' },
              region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
            },
            logicalLocations: [{ fullyQualifiedName: 'screens[0].layout.type' }],
          },
        ],
        properties: { provenance: 'documented' },
      },
    ]);
  });

  it('calls an info a note, and leaves an empty path away', () => {
    const [note] = run([{ ...result, severity: 'info', path: '' }]).results;
    expect(note.level).toBe('note');
    expect(note.locations[0]).not.toHaveProperty('logicalLocations');
  });

  it('describes each code that occurs, once', () => {
    const codes = [...new Set(rules.flatMap((rule) => rule.codes))];
    const { tool, results } = run([...codes, ...codes].map((code) => ({ ...result, code })));
    const { name, rules: described } = tool.driver;
    expect(name).toBe('flow-lint');
    expect(described.map(({ id }: { id: string }) => id)).toEqual([...codes].sort());
    for (const { shortDescription, fullDescription, help } of described) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/\S/);
    }
    for (const { ruleId, ruleIndex } of results) expect(described[ruleIndex].id).toBe(ruleId);
  });

  it('writes names as URIs, relative below the folder', () => {
    const outside = path.resolve('/elsewhere/b.json');
    const files = ['./a b/ü%#.json', path.resolve('/project/c.json'), outside, '../project-2/d.json'];
    const artifacts = run(files.map((file) => ({ ...result, file }))).results.map(
      (one: { locations: { physicalLocation: { artifactLocation: unknown } }[] }) =>
        one.locations[0]!.physicalLocation.artifactLocation,
    );
    expect(artifacts).toEqual([
      { uri: 'a%20b/%C3%BC%25%23.json', uriBaseId: '%SRCROOT%' },
      { uri: 'c.json', uriBaseId: '%SRCROOT%' },
      { uri: pathToFileURL(outside).href },
      { uri: pathToFileURL(path.resolve('/project-2/d.json')).href },
    ]);
  });
});
