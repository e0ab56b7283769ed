import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent, type Content } from '../../../src/links/manifest/content';
import {
  withEnvironment,
  withLink,
  withMarks,
  withoutLinks,
  type Change,
} from '../../../src/links/manifest/edits';
import { isLinkPath } from '../../../src/links/manifest/paths';

const read = (text: string): Content => readContent(text, 'cams-flows.json');
const apply = (text: string, ...changes: Change[]) => changes.reduce((rest, change) => change(rest), text);
const link = (path: string, environment = 'staging', flowId = '1') => withLink({ path, environment, flowId });
const mark = (path: string, synced: string, environment = 'staging', flowId = '1') =>
  withMarks([{ path, environment, flowId, synced }]);
const unlinked = (path: string, environment = 'staging') => withoutLinks([{ path, environment }]);

const fresh = apply(
  '',
  withEnvironment('staging', 's1'),
  link('b.flow.json'),
  link('a/c.flow.json', 'staging', '2'),
);

describe('a manifest', () => {
  it('is made with two spaces and a line for each fact', () => {
    expect(fresh).toBe(`{
  "version": 1,
  "environments": {
    "staging": {
      "space": "s1"
    }
  },
  "flows": {
    "a/c.flow.json": {
      "staging": {
        "flow": "2"
      }
    },
    "b.flow.json": {
      "staging": {
        "flow": "1"
      }
    }
  }
}
`);
  });

  it('says which file is which flow of which space', () => {
    const { entries, flaws, locked } = read(apply(fresh, mark('b.flow.json', 'aa')));
    expect(entries).toEqual([
      { path: 'a/c.flow.json', environment: 'staging', spaceId: 's1', flowId: '2' },
      { path: 'b.flow.json', environment: 'staging', spaceId: 's1', flowId: '1', synced: 'aa' },
    ]);
    expect([flaws, locked]).toEqual([[], undefined]);
  });

  it('changes in one line when one file is pushed again', () => {
    const before = apply(fresh, mark('b.flow.json', 'aa')).split('\n');
    const after = apply(before.join('\n'), mark('b.flow.json', 'bb')).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual(['        "synced": "bb"']);
    expect(after).toHaveLength(before.length);
  });

  it('keeps environments in the order in which they came, and files by the alphabet', () => {
    const text = apply(
      fresh,
      withEnvironment('live', 's2'),
      withEnvironment('audit', 's3'),
      link('b.flow.json', 'live'),
      link('aa.flow.json'),
    );
    expect([...read(text).environments.keys()]).toEqual(['staging', 'live', 'audit']);
    expect(read(text).entries.map(({ path, environment }) => `${path} ${environment}`)).toEqual([
      'a/c.flow.json staging',
      'aa.flow.json staging',
      'b.flow.json live',
      'b.flow.json staging',
    ]);
  });

  it('forgets what was in common with another flow', () => {
    const marked = apply(fresh, mark('b.flow.json', 'aa'));
    expect(apply(marked, link('b.flow.json'))).toBe(marked);
    expect(read(apply(marked, link('b.flow.json', 'staging', '9'))).entries[1]).toEqual(
      expect.not.objectContaining({ synced: 'aa' }),
    );
    expect(apply(fresh, mark('b.flow.json', 'aa', 'staging', 'other'))).toBe(fresh);
  });

  it('loses a file with its last link', () => {
    const two = apply(fresh, withEnvironment('live', 's2'), link('b.flow.json', 'live'));
    const one = apply(two, unlinked('b.flow.json', 'live'));
    expect(read(one).entries).toHaveLength(2);
    expect(apply(one, unlinked('b.flow.json'))).not.toContain('b.flow');
    expect(apply(one, unlinked('none.flow.json'))).toBe(one);
  });

  it('keeps tabs, line ends and what it does not know', () => {
    const text =
      '{\r\n\t"owner": "us",\r\n\t"environments": {"staging": {"space": "s1", "note": 1.50}},\r\n' +
      '\t"flows": {\r\n\t\t"a.flow.json": {"staging": {"flow": "1", "since": 2}}\r\n\t}\r\n}';
    const changed = apply(text, mark('a.flow.json', 'aa'), link('b.flow.json'));
    expect(changed).not.toMatch(/[^\r]\n| {2}/);
    expect(changed).toContain('"note": 1.50');
    expect(JSON.parse(changed)).toMatchObject({
      owner: 'us',
      flows: { 'a.flow.json': { staging: { flow: '1', since: 2, synced: 'aa' } }, 'b.flow.json': {} },
    });
  });
});

describe('two branches of a manifest', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cams-flows-merge-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  /** As Git merges them; throws where it finds a conflict. */
  const merge = (base: string, ours: string, theirs: string) => {
    const files = Object.entries({ ours, base, theirs }).map(([name, text]) => {
      const file = path.join(folder, name);
      fs.writeFileSync(file, text);
      return file;
    });
    return execFileSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8', stdio: 'pipe' });
  };
  const base = apply(
    fresh,
    withEnvironment('live', 's2'),
    link('b.flow.json', 'live'),
    mark('a/c.flow.json', 'aa', 'staging', '2'),
    mark('b.flow.json', 'aa'),
    mark('b.flow.json', 'aa', 'live'),
  );

  it('that pushed other files, or one file to other environments, go together', () => {
    const changes = [
      mark('a/c.flow.json', 'bb', 'staging', '2'),
      mark('b.flow.json', 'cc'),
      mark('b.flow.json', 'dd', 'live'),
    ];
    for (const ours of changes) {
      for (const theirs of changes.filter((change) => change !== ours)) {
        expect(merge(base, ours(base), theirs(base))).toBe(theirs(ours(base)));
      }
    }
  });

  it('that link files far apart in the alphabet go together', () => {
    const [first, last] = [link('a/b.flow.json'), link('z.flow.json')];
    expect(merge(base, first(base), last(base))).toBe(last(first(base)));
  });

  it('that pushed one file to one environment do not', () => {
    const [ours, theirs] = [mark('b.flow.json', 'cc'), mark('b.flow.json', 'dd')];
    expect(() => merge(base, ours(base), theirs(base))).toThrow();
  });
});

describe('a manifest that is wrong', () => {
  const wrong = (text: string) => {
    try {
      const { flaws, locked, entries } = read(text);
      return { flaws: flaws.map(({ reason }) => reason), locked: locked?.reason, entries: entries.length };
    } catch (error) {
      return (error as Error).message;
    }
  };
  const file = (flows: string) => `{\n"environments": {"e": {"space": ""}},\n"flows": {\n${flows}\n}}`;

  it.each([
    ['', 'cams-flows.json is not valid JSON (line 1, column 1).'],
    ['{\n  "version": 1,\n}', 'cams-flows.json is not valid JSON (line 3, column 1).'],
    ['{\n<<<<<<< HEAD\n"flows": {}\n}', 'cams-flows.json is not valid JSON (line 2, column 1).'],
    ['{ // why\n}', 'cams-flows.json is not valid JSON (line 1, column 3).'],
  ])('as JSON: %j', (text, sentence) => {
    expect(wrong(text)).toBe(sentence);
  });

  it.each([
    [
      file('"../a.flow.json": {}'),
      'line 4: "../a.flow.json" is no path of a *.flow.json file in this folder or below it.',
    ],
    [file('"a.flow.json": {"f": {}}'), 'line 4: the environment "f" stands nowhere under "environments".'],
    [file('"a.flow.json": {"e": {"flow": 12}}'), 'line 4: "flow" must be the ID of a flow, in quotes.'],
    ['{"environments": {"e": {}}}', 'line 1: the environment "e" has no "space".'],
  ])('in a line: %j', (text, sentence) => {
    expect(wrong(text)).toEqual({ flaws: [`cams-flows.json, ${sentence}`], entries: 0 });
  });

  it.each([
    ['[]', 'cams-flows.json, line 1: an object in braces is expected here.', 0],
    ['{"flows": [1]}', 'cams-flows.json, line 1: an object in braces is expected here.', 0],
    [
      file('"a.flow.json": {"e": {"flow": "1"}},\n"a.flow.json": {"e": {"flow": "2"}}'),
      'cams-flows.json, line 5: "a.flow.json" stands here twice.',
      1,
    ],
    [
      '{"version": 2, "environments": {"e": {"space": "s"}}, "flows": {"a.flow.json": {"e": {"flow": "1"}}}}',
      'cams-flows.json was written by a newer version of CAMS Flows.',
      1,
    ],
  ])('so that nothing is written to it: %j', (text, locked, entries) => {
    expect(wrong(text)).toMatchObject({ locked, entries });
  });

  it('names files in its folder and below only', () => {
    const good = ['a.flow.json', 'a b/ü?#%.flow.json', '.flow.json', '...flow.json'];
    const bad = ['/a.flow.json', './a.flow.json', 'a/../b.flow.json', 'a//b.flow.json', 'a\\b.flow.json'];
    expect(good.filter((path) => !isLinkPath(path))).toEqual([]);
    expect(
      [...bad, 'C:/a.flow.json', 'a.json', '.env', 'a.flow.json/', 'a\u0000.flow.json', '..'].filter(
        isLinkPath,
      ),
    ).toEqual([]);
  });
});

describe('changes to a manifest', () => {
  const names = fc.constantFrom('a.flow.json', 'b.flow.json', 'c/d.flow.json', 'Ä é.flow.json');
  const environments = fc.constantFrom('staging', 'live', '1');
  const change = fc.oneof(
    fc.tuple(names, environments, fc.constantFrom('1', '2')).map(([path, environment, flowId]) => ({
      path,
      environment,
      flowId,
      synced: undefined,
    })),
    fc.tuple(names, environments, fc.constantFrom('aa', 'bb')).map(([path, environment, synced]) => ({
      path,
      environment,
      flowId: '1',
      synced,
    })),
    fc.tuple(names, environments).map(([path, environment]) => ({ path, environment, flowId: '' })),
  );
  const unknown = fc.jsonValue({ maxDepth: 2 });
  const start = fc.record({ owner: unknown, indent: fc.constantFrom(1, 2, 4, '\t'), note: unknown });

  it('say what a table says after the same changes, and leave the rest alone', () => {
    fc.assert(
      fc.property(start, fc.array(change, { maxLength: 12 }), ({ owner, indent, note }, changes) => {
        const spaces = { staging: { space: 's1', note }, live: { space: 's2' }, '1': { space: '' } };
        let text = JSON.stringify({ owner, version: 1, environments: spaces, note }, undefined, indent);
        const table = new Map<string, { flowId: string; synced?: string }>();
        for (const { path, environment, flowId, synced } of changes.map((c) => ({
          synced: undefined,
          ...c,
        }))) {
          const key = `${path} ${environment}`;
          const known = table.get(key);
          if (flowId === '') {
            text = unlinked(path, environment)(text);
            table.delete(key);
          } else if (synced === undefined) {
            text = withLink({ path, environment, flowId })(text);
            if (known?.flowId !== flowId) table.set(key, { flowId });
          } else {
            text = withMarks([{ path, environment, flowId, synced }])(text);
            if (known?.flowId === flowId) table.set(key, { flowId, synced });
          }
        }
        const { entries, flaws, locked } = read(text);
        expect([flaws, locked]).toEqual([[], undefined]);
        const said = entries.map(({ path, environment, flowId, synced }) => [
          `${path} ${environment}`,
          synced === undefined ? { flowId } : { flowId, synced },
        ]);
        expect(Object.fromEntries(said)).toEqual(Object.fromEntries(table));
        const after = JSON.parse(text) as Record<string, unknown>;
        expect({ ...after, flows: 0 }).toEqual({
          ...JSON.parse(JSON.stringify({ owner, version: 1, environments: spaces, note })),
          flows: 0,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('write a thousand marks as one by one', () => {
    const marks = Array.from({ length: 50 }, (_, index) => ({
      path: `${index}.flow.json`,
      environment: 'staging',
      flowId: '1',
      synced: `${index}`,
    }));
    const start = apply('', withEnvironment('staging', 's'), ...marks.map(({ path }) => link(path)));
    const half = apply(start, ...marks.slice(0, 25).map((mark) => withMarks([{ ...mark, synced: 'old' }])));
    expect(withMarks(marks)(half)).toBe(apply(half, ...marks.map((mark) => withMarks([mark]))));
  });

  it('unlink many files as one by one', () => {
    const name = fc.constantFrom('a.flow.json', 'b.flow.json', 'c.flow.json', 'd.flow.json', 'e.flow.json');
    const links = fc.uniqueArray(fc.tuple(name, fc.constantFrom('staging', 'live')), { selector: String });
    const space = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(links, links, space, (linked, gone, indent) => {
        const all = linked.map(([path, environment]) => link(path, environment));
        const text = apply('', withEnvironment('staging', 's'), withEnvironment('live', 's'), ...all);
        const start = JSON.stringify(JSON.parse(text), undefined, indent);
        const together = withoutLinks(gone.map(([path, environment]) => ({ path, environment })))(start);
        const oneByOne = apply(start, ...gone.map(([path, environment]) => unlinked(path, environment)));
        const left = linked.filter(([...key]) => !gone.some((other) => String(other) === String(key)));
        expect(together).toBe(oneByOne);
        expect(
          read(together)
            .entries.map(({ path, environment }) => `${path},${environment}`)
            .sort(),
        ).toEqual(left.map(String).sort());
        expect(together).toBe(JSON.stringify(JSON.parse(together), undefined, indent));
      }),
    );
  });
});

describe('a manifest that somebody made to be a nuisance', () => {
  const of = (flows: object, environments: object = { e: { space: 's' } }) =>
    JSON.stringify({ version: 1, environments, flows }, undefined, 2);

  it('has names of objects as environments and paths, and they are only names', () => {
    const [proto, constructor] = ['__proto__', 'constructor'];
    const text = apply(
      '',
      withEnvironment(proto, 's1'),
      withEnvironment(constructor, 's2'),
      link('__proto__.flow.json', proto, '7'),
      link('toString/x.flow.json', constructor, '8'),
      withMarks([{ path: '__proto__.flow.json', environment: proto, flowId: '7', synced: 'aa' }]),
    );
    const { environments, entries, flaws } = read(text);
    expect([[...environments], flaws]).toEqual([
      [
        [proto, 's1'],
        [constructor, 's2'],
      ],
      [],
    ]);
    expect(entries).toEqual([
      { path: '__proto__.flow.json', environment: proto, spaceId: 's1', flowId: '7', synced: 'aa' },
      { path: 'toString/x.flow.json', environment: constructor, spaceId: 's2', flowId: '8' },
    ]);
    expect(read(apply(text, unlinked('__proto__.flow.json', proto))).entries).toHaveLength(1);
    expect({}).not.toHaveProperty('flow');
  });

  it.each([['"1"'], ['null'], ['{}'], ['1e999']])('is of version %s: nothing is written to it', (version) => {
    expect(read(`{"version": ${version}}`).locked?.reason).toMatch(/newer version/);
  });

  it.each([
    [of({}, { 'live\nPush': { space: 's' } }), /an environment has a short name/],
    [of({}, { ['x'.repeat(201)]: { space: 's' } }), /an environment has a short name/],
    [of({ 'a.flow.json': { e: { flow: '1\n2' } } }), /"flow" must be the ID/],
    [of({ 'a.flow.json': { e: { flow: '1'.repeat(201) } } }), /"flow" must be the ID/],
  ])('cannot fill a question with lines: %j', (text, sentence) => {
    const { flaws, entries } = read(text);
    expect(flaws.map(({ reason }) => reason)).toEqual([expect.stringMatching(sentence)]);
    expect(entries).toEqual([]);
  });

  it('is told of each flaw once, also where it is looked at several times', () => {
    const { flaws } = read(
      '{"environments": {"e": {"space": "s"}}, "flows": {"a.flow.json": {"e": {"flow": "1", "flow": "2"}}}}',
    );
    expect(flaws.map(({ reason }) => reason)).toEqual(['cams-flows.json, line 1: "flow" stands here twice.']);
  });

  it('says the line of every flaw, whatever ends the lines', () => {
    const text = of({ '/a': {}, '/b': {} });
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = read(text.replaceAll('\n', end)).flaws.map(
        ({ reason }) => /line (\d+)/.exec(reason)?.[1],
      );
      expect(lines).toEqual(['9', '10']);
    }
  });

  it('has ten thousand flaws or links: one look at the text is enough', () => {
    const paths = Array.from({ length: 10_000 }, (_, index) => `${index}.flow.json`);
    const flows = (prefix: string) =>
      Object.fromEntries(paths.map((path) => [prefix + path, { e: { flow: '1' } }]));
    expect(read(of(flows('../'))).flaws).toHaveLength(10_000);
    const text = of(flows(''));
    const marked = withMarks(paths.map((path) => ({ path, environment: 'e', flowId: '1', synced: path })))(
      text,
    );
    expect(read(marked).entries.every(({ path, synced }) => path === synced)).toBe(true);
    expect(
      read(withoutLinks(paths.slice(1).map((path) => ({ path, environment: 'e' })))(marked)).entries,
    ).toHaveLength(1);
  });
});
