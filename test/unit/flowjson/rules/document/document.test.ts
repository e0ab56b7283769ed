import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { versions } from '../../../../../src/flowjson/catalogue';
import { english } from '../../../../../src/flowjson/message';
import { found, foundBy, oneScreen } from '../../support';

const clean = oneScreen([{ type: 'TextBody', text: 'Hello' }]);
const inVersion = (version: unknown, top = {}): string => oneScreen([], {}, { version, ...top });

/** What is found, with the stretch of the text it points at. */
const pointed = (text: string): string[] =>
  diagnose(parseFlow(text)).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

describe('a text that is not JSON', () => {
  it('says nothing about one that is', () => expect(found(clean)).toEqual([]));

  it.each([
    ['a missing comma', '{ "version": "7.3" "screens": [] }', '"screens"'],
    ['a missing colon', '{ "version" "7.3" }', '"7.3"'],
    ['a word without quotes', '{ "version": seven }', 'seven'],
    ['a name without quotes', '{ version: "7.3" }', 'version'],
    ['something behind the end', '{ "version": "7.3" } }', '}'],
    ['a text without its end', '{ "version": "7.3\n}', '"7.3'],
    ['a missing brace', '{ "version": "7.3"\n\n', '"'],
    ['an unknown escape', '{ "version": "7.3", "title": "a\\.b" }', '"a\\.b"'],
    ['a number that is none', '{ "version": "7.3", "title": 7.}', '7.'],
  ])('points at the place: %s', (_, text, place) => {
    expect(pointed(text)[0]).toBe(`INVALID_FLOW_JSON ${place}`);
    expect(new Set(diagnose(parseFlow(text)).map(({ rule }) => rule))).toEqual(new Set(['json-syntax']));
  });

  it.each([
    ['a trailing comma in an object', '{ "version": "7.3", }', ','],
    ['a trailing comma in a list', '{ "version": "7.3", "screens": [1,\n] }', ','],
    ['a second comma', '{ "version": "7.3",, "screens": [] }', ','],
    ['a second comma at the end', '{ "version": "7.3", "screens": [],, }', ','],
    ['a comma at the beginning', '{ "version": "7.3", "screens": [, 1] }', ','],
    ['a comment to the end of the line', '{ "version": "7.3" // mine\n }', '// mine'],
    ['a comment in between', '{ /* mine */ "version": "7.3" }', '/* mine */'],
  ])('refuses %s and reads on', (_, text, place) => {
    expect(pointed(text)).toContain(`INVALID_FLOW_JSON ${place}`);
    expect(foundBy('json-syntax', text)).toHaveLength(1);
  });

  it('stops counting errors at ten, but not comments', () => {
    const words = 'x '.repeat(50);
    const comments = '/**/ '.repeat(50);
    expect(foundBy('json-syntax', `{ "version": [ ${words} ] }`)).toHaveLength(10);
    expect(foundBy('json-syntax', `{ "version": "7.3" ${comments} }`)).toHaveLength(50);
  });

  it('judges the screens that can be read, and not those that cannot', () => {
    const screen = (id: string, broken = '') => `{ "id": "${id}", "id": "${id}" ${broken} }`;
    const text = `{ "version": "7.3", "screens": [ ${screen('A')}, ${screen('B', '"x"')}, ${screen('C')} ] }`;
    expect(foundBy('duplicate-key', text)).toEqual([
      'DUPLICATE_KEY screens[0].id',
      'DUPLICATE_KEY screens[2].id',
    ]);
  });

  it('is empty', () => expect(found(' \n')).toEqual(['error INVALID_FLOW_JSON ']));

  it('is nested too deeply', () => {
    expect(foundBy('too-deep', `{ "version": ${'['.repeat(100_000)}`)).toEqual(['INVALID_FLOW_JSON ']);
    expect(found(`{ "version": ${'['.repeat(100_000)}`)).toHaveLength(1);
  });
});

describe('a text that is no Flow JSON', () => {
  it.each([
    ['[]', /object/],
    ['null', /object/],
    ['<Error><Code>AccessDenied</Code></Error>', /no JSON/],
    ['{"Code":"AccessDenied","Message":"no","Message":"no"}', /neither/],
    ['{"nodes":[{"id":"1"}],"edges":[]}', /Chat Flow/],
  ])('is said once: %s', (text, words) => {
    const all = diagnose(parseFlow(text));
    expect(all.map(({ rule, code }) => `${rule} ${code}`)).toEqual(['not-a-flow INVALID_FLOW_JSON']);
    expect(english(all[0]!.message)).toMatch(words);
    expect(text.slice(all[0]!.span.start, all[0]!.span.end)).toHaveLength(1);
  });
});

describe('a name that stands twice in an object', () => {
  it('is a warning at the one that does not count', () => {
    const text =
      '{ "version": "7.3", "screens": [ { "title": "A", "data": { "x": 1, "x": 2, "x": 3 } } ], "version": "7.3" }';
    const twice = diagnose(parseFlow(text)).filter(({ rule }) => rule === 'duplicate-key');
    expect(twice.map(({ path, severity, related }) => [path, severity, related.length])).toEqual([
      ['version', 'warning', 1],
      ['screens[0].data.x', 'warning', 1],
      ['screens[0].data.x', 'warning', 1],
    ]);
  });

  it('may stand in different objects', () => expect(foundBy('duplicate-key', clean)).toEqual([]));
});

describe('the size', () => {
  const ofBytes = (version: string, filler: string): string =>
    inVersion(version, { data_api_version: filler });
  const size = (text: string) => foundBy('flow-size', text);

  it('counts bytes, not letters', () => {
    expect(size(ofBytes('7.3', 'a'.repeat(9 * 1024 * 1024)))).toEqual([]);
    expect(size(ofBytes('7.3', 'ü'.repeat(5 * 1024 * 1024)))).toEqual(['INVALID_FLOW_JSON ']);
  });

  it('does not matter before 6.0', () =>
    expect(size(ofBytes('5.1', 'a'.repeat(11 * 1024 * 1024)))).toEqual([]));
});

describe('the version', () => {
  const about = (text: string): string[] =>
    found(text, ({ rule }) => rule.startsWith('version-')).map((line) => line.replace(/ version$/, ''));

  it.each(versions.filter(({ state }) => state === 'publishable').map(({ name }) => name))(
    '%s can be used',
    (name) => expect(about(inVersion(name)).filter((line) => !line.startsWith('info'))).toEqual([]),
  );

  it.each(['2.1', '3.0', '3.1', '4.0', '5.0'])('%s has expired', (name) =>
    expect(about(inVersion(name))).toEqual(['error INVALID_FLOW_JSON_VERSION_STATE']),
  );

  it.each([
    ['2024.0', 'error INVALID_FLOW_JSON_VERSION'],
    ['5.2', 'error INVALID_FLOW_JSON_VERSION'],
    ['1.0', 'error INVALID_FLOW_JSON_VERSION'],
    ['', 'error INVALID_FLOW_JSON_VERSION'],
    ['7.3.0', 'error INVALID_FLOW_JSON_VERSION'],
    ['7.10', 'warning INVALID_FLOW_JSON_VERSION'],
    ['8.0', 'warning INVALID_FLOW_JSON_VERSION'],
    ['7.4', 'info UNAVAILABLE_FLOW_JSON_VERSION'],
    [100, 'error UNSUPPORTED_FLOW_JSON_VERSION'],
    [null, 'error INVALID_FLOW_JSON_VERSION'],
  ])('%s: %s', (version, line) => expect(about(inVersion(version))).toEqual([line]));

  it('is missing', () => {
    expect(about(inVersion(undefined))).toEqual(['error MISSING_FLOW_JSON_VERSION ']);
    expect(about('{ "version": ')).toEqual([]);
  });
});

describe('the rest of the top level', () => {
  it('data_api_version 4.0 needs 7.3', () => {
    const found = (version: string, api: string) =>
      foundBy('data-api-version', inVersion(version, { data_api_version: api }));
    expect(found('7.3', '3.0')).toEqual([]);
    expect(found('7.3', '4.0')).toEqual([]);
    expect(found('7.2', '4.0')).toEqual(['INVALID_DATA_API_VERSION data_api_version']);
    expect(found('7.3', '2.0')).toEqual(['INVALID_DATA_API_VERSION data_api_version']);
  });

  it('data_channel_uri ended with 2.1', () => {
    const found = (version: string) =>
      foundBy('data-channel-uri', inVersion(version, { data_channel_uri: 'https://example.com' }));
    expect(found('2.1')).toEqual([]);
    expect(found('3.0')).toEqual(['INVALID_PROPERTY_KEY data_channel_uri']);
  });

  it('meta is for Meta', () => {
    expect(foundBy('internal-meta', inVersion('7.3', { meta: {} }))).toEqual(['INVALID_FLOW_JSON meta']);
    expect(foundBy('internal-meta', clean)).toEqual([]);
  });
});
