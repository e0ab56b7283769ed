import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import type { Json, JsonObject } from '../../../../src/player/json';
import { withoutPreset, withPreset, withRule } from '../../../../src/player/mock/edit';
import { filled } from '../../../../src/player/mock/fill';
import { fits, holds, mockedAnswer } from '../../../../src/player/mock/match';
import { readMock } from '../../../../src/player/mock/read';
import type { EndpointRequest } from '../../../../src/player/player';

const request = (screen: string, data: JsonObject = {}): EndpointRequest => ({
  version: '3.0',
  action: 'data_exchange',
  screen,
  data,
  flow_token: 'unused',
});

const read = (json: unknown) => readMock(JSON.stringify(json));
const problems = (json: unknown) => read(json).problems.map(english);

describe('reading a mock', () => {
  it('reads how the flow opens, presets and rules', () => {
    const { mock, problems } = readMock(`{
      // Comments are allowed.
      "open": { "action": "data_exchange", "token": "t" },
      "presets": { "TIMES": { "full": { "times": [1] }, "none": { "times": [] } } },
      "answers": [
        { "when": { "screen": "ASK" }, "answer": { "screen": "TIMES", "data": {} } },
        { "failure": { "status": 427, "message": "Gone" } },
      ]
    }`);
    expect(problems).toEqual([]);
    expect(mock.opening).toEqual({ action: 'data_exchange', flowToken: 't' });
    expect(mock.presets).toEqual([
      { screen: 'TIMES', name: 'full', data: { times: [1] } },
      { screen: 'TIMES', name: 'none', data: { times: [] } },
    ]);
    expect(mock.rules).toEqual([
      { when: { screen: 'ASK' }, then: { answer: { screen: 'TIMES', data: {} } }, index: 0 },
      {
        when: {},
        then: { failure: { error: 'unexpected_http_status_code', status: 427, message: 'Gone' } },
        index: 1,
      },
    ]);
  });

  it('takes an empty text for an empty mock', () => {
    expect(readMock(' \n')).toEqual({
      mock: { opening: {}, presets: [], rules: [] },
      problems: [],
      broken: false,
    });
  });

  it.each([
    ['{ "answers": [ }', 'It is not valid JSON: look at line 1.'],
    ['{\n\n"answers" []', 'It is not valid JSON: look at line 3.'],
    ['[]', 'It must be an object: it begins with {.'],
    [`{ "open": ${'['.repeat(300)}`, 'It is nested too deeply.'],
  ])('says why nothing can be read of %.20s', (text, problem) => {
    const { broken, problems } = readMock(text);
    expect(broken).toBe(true);
    expect(problems.map(english)).toEqual([problem]);
  });

  it.each([
    [{ answer: {} }, 'Line 1: "answer" is not known here.'],
    [{ open: { action: 'BACK' } }, 'Line 1: "action" must be one of: navigate, data_exchange.'],
    [{ presets: { A: { one: 1 } } }, 'Line 1: an object in braces is expected here.'],
    [{ answers: {} }, 'Line 1: a list is expected here.'],
    [{ answers: [{}] }, 'Line 1: a rule has either "answer" or "failure".'],
    [{ answers: [{ when: { screen: 1 }, answer: {} }] }, 'Line 1: "screen" must be a text.'],
    [{ answers: [{ failure: { status: '427' } }] }, 'Line 1: "status" is an HTTP status, such as 427.'],
  ])('says what is wrong in %j', (json, problem) => {
    expect(problems(json)).toEqual([problem]);
  });

  it('lets a rule with a mistake answer nothing, and the next one answer', () => {
    const { mock } = read({
      answers: [
        { when: { scren: 'ASK' }, answer: 'wrong' },
        { when: { screen: 'ASK' }, answer: 'right' },
      ],
    });
    expect(mockedAnswer(mock, request('ASK'))).toEqual({ answer: 'right' });
  });

  it('tells a few of very many problems, and counts on', () => {
    const wrong = Array.from({ length: 100 }, () => ({ answer: {}, more: 1 }));
    const { mock, problems } = read({ answers: [...wrong, { answer: 1 }] });
    expect(problems).toHaveLength(20);
    expect(mock.rules.map(({ index }) => index)).toEqual([100]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
        const { mock } = readMock(text);
        mockedAnswer(mock, request('A', { a: 1 }));
      }),
    );
  });
});

describe('rules', () => {
  it('answer where the request holds what they want', () => {
    const { data } = request('A', { city: 'Jakarta', of: { floor: 2, door: 'b' }, ids: ['1', '2'] });
    expect(holds(data, { of: { floor: 2 } })).toBe(true);
    expect(holds(data, { of: { floor: '2' } })).toBe(false);
    expect(holds(data, { ids: ['1', '2'] })).toBe(true);
    expect(holds(data, { ids: ['1'] })).toBe(false);
    expect(holds(data, { toString: {} })).toBe(false);
    expect(holds(data, {})).toBe(true);
    expect(fits({ action: 'BACK' }, request('A'))).toBe(false);
    expect(fits({ screen: 'A', data: { city: 'Jakarta' } }, request('A', data))).toBe(true);
  });

  it('fill in values of the request', () => {
    const data = { name: 'Ada', age: 36, of: { city: 'London' } };
    const answer = {
      a: '${data.age}',
      b: 'Hello ${data.name} of ${data.of.city}',
      c: '${data.none}',
      d: ['${data.of}'],
    };
    expect(filled(answer, data)).toEqual({
      a: 36,
      b: 'Hello Ada of London',
      c: '${data.none}',
      d: [{ city: 'London' }],
    });
  });

  it('are tried in their order: the first that fits answers', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 6 }), anyRequest, (conditions, asked) => {
        const { mock } = read({ answers: conditions.map((when, answer) => ({ when, answer })) });
        const first = conditions.findIndex((when) => fits(when, asked));
        expect(mockedAnswer(mock, asked)).toEqual(first < 0 ? undefined : { answer: first });
      }),
    );
  });
});

describe('changing a mock', () => {
  const text = `{
    // mine
    "presets": {
        "A": { "x": { "k": 1 } }
    },
    "answers": [
        // for all others
        { "answer": { "screen": "B" } }
    ]
}
`;

  it('adds and removes presets, and leaves the rest as it was', () => {
    const added = withPreset({ screen: 'A', name: 'y', data: { k: 2 } })(text);
    expect(readMock(added).mock.presets.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(added).toContain('// mine');
    expect(withoutPreset('A', 'none')(added)).toBe(added);
    expect(readMock(withoutPreset('A', 'x')(added)).mock.presets.map(({ name }) => name)).toEqual(['y']);
    const last = withoutPreset('A', 'x')(text);
    expect(readMock(last)).toMatchObject({ mock: { presets: [] }, problems: [] });
    expect(last).toContain('// for all others');
  });

  it('writes a file that is not there yet', () => {
    expect(withRule(request('A'), { answer: { screen: 'B' } })('')).toBe(`{
  "answers": [
    {
      "when": {
        "action": "data_exchange",
        "screen": "A"
      },
      "answer": {
        "screen": "B"
      }
    }
  ]
}
`);
  });

  it('puts a rule before the one that would have answered, and behind those that would not', () => {
    const before = withRule(request('Z'), { answer: 0 })(text);
    const after = withRule(request('A'), { failure: { error: 'timeout_error' } })(before);
    expect(readMock(after).mock.rules.map(({ when }) => when.screen)).toEqual(['Z', 'A', undefined]);
    expect(after).toContain('// for all others');
  });

  it('takes the place of the rule for the same requests', () => {
    const once = withRule(request('A'), { failure: { error: 'timeout_error' } })(text);
    const twice = withRule(request('A'), { answer: 1 })(once);
    const { rules } = readMock(twice).mock;
    expect(rules).toHaveLength(2);
    expect(rules[0]?.then).toEqual({ answer: 1 });
    expect(twice).not.toContain('failure');
  });

  it('leaves a rule for the same requests alone where another one answers before it', () => {
    const hidden = JSON.stringify({
      answers: [{ answer: 0 }, { when: { action: 'data_exchange', screen: 'A' }, answer: 1 }],
    });
    const { mock } = readMock(withRule(request('A'), { answer: 2 })(hidden));
    expect(mockedAnswer(mock, request('A'))).toEqual({ answer: 2 });
    expect(mock.rules.map(({ then }) => then)).toEqual([{ answer: 2 }, { answer: 0 }, { answer: 1 }]);
  });

  it('makes a rule that answers from then on', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 5 }), anyRequest, (conditions, asked) => {
        const before = JSON.stringify({ answers: conditions.map((when) => ({ when, answer: 'old' })) });
        const after = readMock(withRule(asked, { answer: 'new' })(before));
        expect(after.problems).toEqual([]);
        expect(mockedAnswer(after.mock, asked)).toEqual({ answer: 'new' });
        expect(mockedAnswer(after.mock, { ...asked, data: { other: 1 } })).toBeDefined();
      }),
    );
  });
});

const few = fc.constantFrom('A', 'B', 'C');
const data = fc.dictionary(
  few,
  fc.oneof(few, fc.boolean(), fc.array(few, { maxLength: 2 })) as fc.Arbitrary<Json>,
  {
    maxKeys: 2,
    noNullPrototype: true,
  },
);
const condition = fc.record(
  { action: fc.constantFrom('INIT', 'data_exchange', 'BACK'), screen: few, data },
  { requiredKeys: [] },
);
const anyRequest: fc.Arbitrary<EndpointRequest> = fc.record({
  version: fc.constant('3.0'),
  action: fc.constantFrom('data_exchange', 'BACK'),
  screen: few,
  data,
  flow_token: fc.constant('unused'),
});
/** A mock with a piece cut out of it, or with values of the wrong kind. */
const broken = fc.oneof(
  fc.tuple(condition, fc.nat(80), fc.nat(10)).map(([when, at, length]) => {
    const text = JSON.stringify({ open: {}, presets: { A: { x: {} } }, answers: [{ when, answer: 1 }] });
    return text.slice(0, at) + text.slice(at + length);
  }),
  fc
    .record({ open: fc.jsonValue(), presets: fc.jsonValue(), answers: fc.array(fc.jsonValue()) })
    .map((json) => JSON.stringify(json)),
);
