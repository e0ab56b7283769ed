import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { planOf, type Candidate, type Plan } from '../../../../src/commands/linking/folder/plan';
import { fileNameOf } from '../../../../src/documents/fileName';
import type { Flow } from '../../../../src/flows/types';

Object.assign(vscode.workspace, { asRelativePath: ({ path }: vscode.Uri) => path.replace('/w/', '') });

const uri = (path: string) => vscode.Uri.file(`/w/${path}.flow.json`);
const flow = (flowId: string, name?: string): Flow => ({
  ref: { accountId: 'a', spaceId: 's', flowId },
  name,
  added: false,
});
/** A file, and what its flows elsewhere are called. */
const file = (path: string, ...names: string[]): Candidate => ({
  file: uri(path),
  elsewhere: names.map((name, index) => ({
    ref: { accountId: 'b', spaceId: `s${index}`, flowId: name },
    name,
  })),
});

function plan(candidates: readonly Candidate[], flows: readonly Flow[], linked: Record<string, string> = {}) {
  const linkedTo = ({ ref }: Flow) =>
    linked[ref.flowId] === undefined ? undefined : uri(linked[ref.flowId]!);
  return planOf({ candidates, flows, linkedTo });
}

/** As one reads it. */
function told({ link, create, pull, left }: Plan) {
  const name = ({ path }: vscode.Uri) => path.slice('/w/'.length, -'.flow.json'.length);
  return {
    link: link.map(({ file, flow }) => `${name(file)} ${flow.ref.flowId}`).sort(),
    create: create.map(({ file, name: flow }) => `${name(file)} ${flow}`).sort(),
    pull: pull.map(({ ref }) => ref.flowId).sort(),
    left: left.map(({ file }) => name(file)).sort(),
  };
}

const nothing = { link: [], create: [], pull: [], left: [] };

describe('which flow a file is', () => {
  it.each<[string, Candidate, Flow[], object]>([
    ['the one named like its file', file('Sign up'), [flow('1', 'Sign up')], { link: ['Sign up 1'] }],
    ['or in other letters', file('sign up'), [flow('1', 'Sign Up')], { link: ['sign up 1'] }],
    ['or another form of Unicode', file('Cafe\u0301'), [flow('1', 'Caf\u00e9')], { link: ['Cafe\u0301 1'] }],
    ['or as its file must be called', file('a-b'), [flow('1', 'a/b')], { link: ['a-b 1'] }],
    ['or as a download calls it', file('Sign up.1'), [flow('1', 'Sign up')], { link: ['Sign up.1 1'] }],
    [
      'rather in the same letters',
      file('a'),
      [flow('1', 'A'), flow('2', 'a')],
      { link: ['a 2'], pull: ['1'] },
    ],
    [
      'rather the one named like its flow elsewhere',
      file('x', 'Sign up'),
      [flow('1', 'x'), flow('2', 'Sign up')],
      { link: ['x 2'], pull: ['1'] },
    ],
    ['none: its flow is to be named like elsewhere', file('x', 'Sign up'), [], { create: ['x Sign up'] }],
    ['none: its flow is to be named like the file', file('in/x'), [], { create: ['in/x x'] }],
    ['nobody knows which of two', file('x'), [flow('1', 'x'), flow('2', 'x ')], { left: ['x'] }],
    ['no name at all', file(''), [], { left: [''] }],
    ['a flow without a name goes by its ID', file('17'), [flow('17')], { link: ['17 17'] }],
  ])('%s', (_, candidate, flows, expected) => {
    expect(told(plan([candidate], flows))).toEqual({ ...nothing, ...expected });
  });

  it('is left to a person where two files of the same name could be it', () => {
    const left = plan([file('en/x'), file('zh/x')], [flow('1', 'x')]);
    expect(told(left)).toEqual({ ...nothing, left: ['en/x', 'zh/x'] });
    expect(left.left[0]!.reason).toBe('Several files fit the flow x: en/x.flow.json, zh/x.flow.json.');
  });

  it('is the one of the file that fits better; the other gets no second flow of that name', () => {
    const found = told(plan([file('y', 'x'), file('x')], [flow('1', 'x')]));
    expect(found).toEqual({ ...nothing, link: ['y 1'], left: ['x'] });
  });

  it('is never one that is linked already, and none is created beside it', () => {
    const found = plan([file('x')], [flow('1', 'x')], { 1: 'y' });
    expect(told(found)).toEqual({ ...nothing, left: ['x'] });
    expect(found.left[0]!.reason).toBe('The flow x is linked to another file already: y.flow.json.');
  });

  it('is never created twice for two files', () => {
    expect(told(plan([file('en/x'), file('zh/x'), file('y')], []))).toEqual({
      ...nothing,
      create: ['y y'],
      left: ['en/x', 'zh/x'],
    });
  });
});

it('decides for every file and flow at most once, whatever their order', () => {
  const name = fc.constantFrom('a', 'A', 'b', 'c/d', 'c-d', 'é', 'e\u0301', 'b ');
  const situation = fc.record({
    files: fc.uniqueArray(
      fc.record({
        folder: fc.constantFrom('', 'in/'),
        base: name,
        elsewhere: fc.array(name, { maxLength: 2 }),
      }),
      { maxLength: 8, selector: ({ folder, base }) => folder + fileNameOf(base, '').toLowerCase() },
    ),
    flows: fc.array(fc.record({ name: fc.option(name, { nil: undefined }), isLinked: fc.boolean() }), {
      maxLength: 8,
    }),
  });
  fc.assert(
    fc.property(situation, ({ files, flows }) => {
      const candidates = files.map(({ folder, base, elsewhere }) =>
        file(folder + fileNameOf(base, '').slice(0, -'.flow.json'.length), ...elsewhere),
      );
      const there = flows.map(({ name }, index) => flow(String(index), name));
      const linked = Object.fromEntries(
        flows.flatMap(({ isLinked }, index) => (isLinked ? [[String(index), `linked ${index}`]] : [])),
      );
      const found = plan(candidates, there, linked);
      const decided = [...found.link, ...found.create, ...found.left].map(({ file }) => file.path);
      expect([...decided].sort()).toEqual(candidates.map(({ file }) => file.path).sort());
      const used = [...found.link.map(({ flow }) => flow), ...found.pull].map(({ ref }) => ref.flowId);
      expect(new Set(used).size).toBe(used.length);
      expect(used.filter((flowId) => linked[flowId] !== undefined)).toEqual([]);
      const names = [...found.create.map(({ name }) => name), ...there.map(({ name }) => name)];
      for (const { name } of found.create) {
        expect(names.filter((other) => other?.normalize().trim() === name.normalize().trim())).toHaveLength(
          1,
        );
      }
      expect(told(plan([...candidates].reverse(), [...there].reverse(), linked))).toEqual(told(found));
    }),
  );
});
