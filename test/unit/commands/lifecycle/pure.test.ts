import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_NAME, nameLike, nameProblem, nameWarning } from '../../../../src/commands/lifecycle/names';
import { endpointProblem } from '../../../../src/commands/lifecycle/questions';
import { refusalOf, type Deed } from '../../../../src/commands/lifecycle/states';
import { outlineOf, summaryOf } from '../../../../src/commands/lifecycle/summary';
import { summaryLines } from '../../../../src/commands/lifecycle/summaryTexts';
import { askInTurn } from '../../../../src/commands/lifecycle/wizard';
import { reportOfRows, summaryOfRows } from '../../../../src/commands/lifecycle/manyReport';
import { withMany } from '../../../../src/commands/lifecycle/many';
import { back, type Back } from '../../../../src/accounts/steps';
import { AdviceError } from '../../../../src/accounts/adviceError';
import { NetworkError, PermissionError, withUnknownOutcome } from '../../../../src/cams/errors';
import type { Flow, FlowRef } from '../../../../src/flows/types';

const ref: FlowRef = { accountId: 'a1', spaceId: 's1', flowId: '42' };
const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

describe('what may be done in which status', () => {
  const allowed = (deed: Deed) =>
    ['DRAFT', 'PUBLISHED', 'THROTTLED', 'BLOCKED', 'DEPRECATED', 'NEWLY_INVENTED', undefined].filter(
      (status) => refusalOf(deed, { ref, status, added: false }) === undefined,
    );

  it('is what CAMS and Meta allow, and what nobody knows may be tried', () => {
    expect(allowed('edit')).toEqual(['DRAFT', 'PUBLISHED', 'THROTTLED', 'NEWLY_INVENTED', undefined]);
    expect(allowed('publish')).toEqual(['DRAFT', 'NEWLY_INVENTED', undefined]);
    expect(allowed('deprecate')).toEqual(['PUBLISHED', 'THROTTLED', 'BLOCKED', 'NEWLY_INVENTED', undefined]);
    expect(allowed('delete')).toEqual(['DRAFT', 'NEWLY_INVENTED', undefined]);
  });
});

describe('a name to begin with', () => {
  it('is a good name whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }),
        fc.constantFrom('', ' copy'),
        (text, after) => {
          const name = nameLike(text, after);
          expect(name.endsWith(after)).toBe(true);
          if (name !== '') expect(nameProblem(name)).toBeUndefined();
        },
      ),
    );
  });

  it('is the text itself where that is one', () => expect(nameLike(' Sign  up 🙂 ')).toBe('Sign up 🙂'));

  it('counts characters as a person does who reads emoji', () => {
    expect(nameProblem('🙂'.repeat(LONGEST_NAME))).toBeUndefined();
    expect(nameProblem('🙂'.repeat(LONGEST_NAME + 1))).toMatch(/these are 201/);
  });

  it('is doubtful where another flow has it, in whatever form of Unicode, and not where the flow itself has', () => {
    const flows: Flow[] = [{ ref, name: 'Caf\u00e9', added: false }];
    expect(nameWarning({ flows }, 'Cafe\u0301')).toMatch(/has this name already/);
    expect(nameWarning({ flows }, 'Cafe\u0301', '42')).toBeUndefined();
    expect(nameWarning({ flows }, 'Tea')).toBeUndefined();
  });
});

it.each(['', 'https://a.example', 'https://a.example:8443/x?y=z#w', 'HTTPS://A.EXAMPLE'])(
  'takes the endpoint %j',
  (text) => expect(endpointProblem(text)).toBeUndefined(),
);

describe('a summary', () => {
  const flow = (...screens: unknown[]) => bytesOf({ version: '7.3', screens });
  const screen = (id: unknown, title = 'T') => ({ id, title });

  it('tells screens that are new, gone, changed and as before', () => {
    const live = flow(screen('A'), screen('B'), screen('C'));
    const next = flow(screen('C'), screen('B', 'other'), screen('D'));
    expect(summaryOf(next, live)).toMatchObject({
      added: ['D'],
      removed: ['A'],
      changed: ['B'],
      same: 1,
      sameText: false,
    });
  });

  it('of a flow and itself says that nothing has changed', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const summary = summaryOf(bytesOf(text), bytesOf(text));
        expect([summary.added, summary.removed, summary.changed, summary.sameText]).toEqual([
          [],
          [],
          [],
          true,
        ]);
      }),
    );
  });

  it('is the mirror image the other way round', () => {
    const anyFlow = fc
      .array(fc.record({ id: fc.constantFrom('A', 'B', 'C', '', 7, null), title: fc.constantFrom('x', 'y') }))
      .map((screens) => flow(...screens));
    fc.assert(
      fc.property(anyFlow, anyFlow, (a, b) => {
        const [there, here] = [summaryOf(a, b), summaryOf(b, a)];
        expect(there.added).toEqual(here.removed);
        expect(new Set(there.changed)).toEqual(new Set(here.changed));
        expect(there.same).toBe(here.same);
      }),
    );
  });

  it.each([
    '',
    'no JSON',
    '[]',
    'null',
    '7',
    '{"screens":7}',
    '{"screens":[null,7,{}]}',
    '{"version":7}',
    '\uFEFF{}',
  ])('reads %j without falling', (text) =>
    expect(() => [
      outlineOf(bytesOf(text)),
      summaryLines({ ref, added: false }, bytesOf(text), undefined),
    ]).not.toThrow(),
  );

  it('tells the version before, and names eight screens and the number of the rest', () => {
    const live = { bytes: bytesOf({ version: '6.0', screens: [] }), seenAt: 0 };
    const next = flow(...Array.from({ length: 10 }, (_, index) => screen(`S${index}`)));
    const lines = summaryLines({ ref, added: false, categories: ['OTHER'] }, next, live);
    expect(lines).toContain('Screens added: S0, S1, S2, S3, S4, S5, S6, S7 and 2 more');
    expect(lines).toContain('Flow JSON version: 7.3, before 6.0');
    expect(lines).toContain('Endpoint: none');
  });

  it('of the same screens in another order or spelling says so', () => {
    const live = { bytes: bytesOf('{"version":"7.3","screens":[]}'), seenAt: 0 };
    const lines = summaryLines({ ref, added: false }, bytesOf('{"screens":[], "version":"7.3"}'), live);
    expect(lines.join()).toMatch(/Only what stands outside of the screens has changed/);
  });
});

describe('questions in turn', () => {
  it('go forth and back, and not before the first', async () => {
    const asked: number[] = [];
    const answers: (Back | undefined)[] = [
      back,
      undefined,
      back,
      undefined,
      undefined,
      back,
      undefined,
      undefined,
    ];
    const step = () => (frame: { step?: number; totalSteps?: number }) => {
      asked.push(frame.step!);
      expect(frame.totalSteps).toBe(3);
      return Promise.resolve(answers.shift());
    };
    await askInTurn('T', [step(), step(), step()]);
    expect(asked).toEqual([1, 1, 2, 1, 2, 3, 2, 3]);
  });
});

describe('many', () => {
  const refs = ['1', '2', '3', '4', '5'].map((flowId) => ({ ...ref, flowId }));
  const run = (work: (ref: FlowRef) => Promise<string | undefined>, signal = new AbortController().signal) =>
    withMany({ refs, signal, report: () => undefined, work });

  it('has a row for each, in their order, with what became of it', async () => {
    const outcomes: Record<string, Error | undefined> = {
      2: new AdviceError('Because.', 'Do that.'),
      3: new NetworkError({ operation: 'GetFlow', reason: 'timeout' }),
      4: withUnknownOutcome(new NetworkError({ operation: 'DeleteFlow', reason: 'timeout' })),
    };
    const rows = await run(async ({ flowId }) => {
      if (outcomes[flowId] !== undefined) throw outcomes[flowId];
      return undefined;
    });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'failed', 'unknown', 'done']);
    expect(summaryOfRows(rows)).toBe('Flows: 2 done, 1 refused, 1 failed, 1 unknown.');
    const report = reportOfRows('T', rows, ({ ref }) => `a|b <${ref.flowId}>`);
    expect(report).toContain('| a\\|b \\<2\\> | 2 | Because. Do that. |');
    expect(report.indexOf('not known')).toBeLessThan(report.indexOf('## Done'));
  });

  it('does not try the rest of an account that may not', async () => {
    const others = Array.from({ length: 40 }, (_, index) => ({ ...ref, flowId: String(index) }));
    let tries = 0;
    const rows = await withMany({
      refs: [...others, { ...ref, accountId: 'a2' }],
      signal: new AbortController().signal,
      report: () => undefined,
      work: async ({ accountId }) => {
        if (accountId === 'a2') return undefined;
        tries++;
        throw new PermissionError({ operation: 'DeleteFlow', action: 'cams:DeleteFlow' });
      },
    });
    expect(tries).toBeLessThanOrEqual(10);
    expect(rows.at(-1)!.outcome).toBe('done');
    expect(rows.at(-2)).toMatchObject({
      outcome: 'notTried',
      reason: expect.stringMatching(/cams:DeleteFlow/),
    });
  });
});
