import { describe, expect, it } from 'vitest';
import { readState, readToHost, readToWebview } from '../../../../src/webview/hosted/contract';
import {
  defaultOptions,
  problemsOf,
  readOptions,
  type PreviewOptions,
} from '../../../../src/webview/hosted/options';

const navigate = (payload: string): PreviewOptions => ({
  ...defaultOptions,
  interactive: true,
  action: 'navigate',
  payload,
});

describe('what is wrong with options', () => {
  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['{', 'notJson'],
    ['{"screen": "A"', 'notJson'],
    ['[]', 'notObject'],
    ['"A"', 'notObject'],
    ['null', 'notObject'],
    ['{}', 'noScreen'],
    ['{"screen": 1}', 'noScreen'],
    ['{"screen": ""}', 'noScreen'],
    ['{"screen": "A", "data": []}', 'dataNotObject'],
    ['{"screen": "A", "data": "x"}', 'dataNotObject'],
    [`{"screen": "${'A'.repeat(5000)}"}`, 'tooLong'],
  ])('payload %s: %s', (payload, problem) =>
    expect(problemsOf(navigate(payload))).toEqual({ payload: problem }),
  );

  it.each([
    '{"screen": "A"}',
    '{"screen": "A", "data": {}}',
    ' {"screen": "A", "data": {"b": [1]}, "more": 1}\n',
  ])('payload %s: nothing', (payload) => expect(problemsOf(navigate(payload))).toEqual({}));

  it.each(['12a', '12345', '+', '1'.repeat(21), '+1+234567'])('phone number %s is none', (phoneNumber) =>
    expect(problemsOf({ ...defaultOptions, interactive: true, phoneNumber })).toEqual({
      phoneNumber: 'notPhoneNumber',
    }),
  );

  it.each(['', '  ', '628123456789', '+62 812-345 6789', '(0812) 3456.789'])(
    'phone number "%s" is fine',
    (phoneNumber) => expect(problemsOf({ ...defaultOptions, interactive: true, phoneNumber })).toEqual({}),
  );

  it('judges only what is sent', () => {
    expect(problemsOf({ ...navigate('{'), phoneNumber: 'x', interactive: false })).toEqual({});
    expect(problemsOf({ ...navigate('{'), action: 'data_exchange' })).toEqual({});
  });
});

describe('what comes from elsewhere', () => {
  it('is taken as options only whole', () => {
    expect(readOptions({ ...defaultOptions, more: 1 })).toEqual(defaultOptions);
    for (const [key, value] of Object.entries(defaultOptions)) {
      expect(readOptions({ ...defaultOptions, [key]: undefined })).toBeUndefined();
      expect(
        readOptions({ ...defaultOptions, [key]: typeof value === 'string' ? 1 : 'true' }),
      ).toBeUndefined();
    }
    for (const value of [undefined, null, 1, 'x', []]) expect(readOptions(value)).toBeUndefined();
  });

  it('is taken as a message only when it is one', () => {
    expect(readToHost({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
    expect(readToHost({ type: 'press', button: 'reload' })).toEqual({ type: 'press', button: 'reload' });
    expect(readToHost({ type: 'options', options: defaultOptions })).toEqual({
      type: 'options',
      options: defaultOptions,
    });
    for (const value of [
      undefined,
      'ready',
      [],
      {},
      { type: 'other' },
      { type: 'press' },
      { type: 'press', button: 'toString' },
      { type: 'press', button: 'workbench.action.quit' },
      { type: 'options', options: {} },
    ]) {
      expect(readToHost(value)).toBeUndefined();
    }
    for (const value of [
      null,
      'say',
      {},
      { type: 'say' },
      { type: 'show', flow: {} },
      { type: 'start', texts: {} },
    ]) {
      expect(readToWebview(value)).toBeUndefined();
    }
    expect(readToWebview({ type: 'say', text: 'x' })).toEqual({ type: 'say', text: 'x' });
  });

  it('is taken as a state without anything but ids', () => {
    const state = { accountId: 'a', spaceId: '', flowId: '1' };
    expect(readState({ ...state, url: 'https://secret' })).toEqual(state);
    expect(readState({ ...state, flowId: '' })).toBeUndefined();
    expect(readState({ ...state, accountId: 1 })).toBeUndefined();
    expect(readState(undefined)).toBeUndefined();
  });
});
