import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeFlow, recogniseFlow } from '../../../../src/flowjson/model/recognise';
import { FlowTree } from '../../../../src/flowjson/text/flowTree';
import { oneScreen } from '../support';

const kindOf = (text: string) => recogniseFlow(FlowTree.parse(text));
const jsonBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));

const samples = jsonBelow('test/simulator/flows');
const corpus = '../shared/corpus';
const foreign = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'package.nls.json',
  'knip.json',
].filter((file) => existsSync(file));

const canvas = {
  name: 'Welcome',
  version: '1.0',
  nodes: [{ id: '1', type: 'start' }],
  edges: [{ source: '1', target: '2' }],
};

describe('what a JSON text is', () => {
  it.each(samples)('%s is a flow', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(kindOf(text)).toBe('flow');
    expect(looksLikeFlow(text)).toBe(true);
    expect(looksLikeFlow(JSON.stringify(JSON.parse(text)))).toBe(true);
  });

  it.skipIf(!existsSync(corpus))('real flows are flows', () => {
    const files = jsonBelow(corpus);
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect([file, kindOf(text), looksLikeFlow(text)]).toEqual([file, 'flow', true]);
    }
  });

  it.each(foreign)('%s is something else', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(kindOf(text)).toBe('other');
    expect(looksLikeFlow(text)).toBe(false);
  });

  it.each([
    'null',
    '[]',
    '"screens"',
    '42',
    '{"Code":"AccessDenied","Message":"No","RequestId":"1"}',
    '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
    '{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"screens":{"type":"array"},"version":{"const":"7.3"}}}',
    '{"name":"routing_model","screens":[{"width":100}]}',
    '{"flows":[{"version":"7.3","screens":[]}]}',
    '{"version":"1.2.3","name":"app","dependencies":{}}',
  ])('neither kind of flow: %s', (text) => {
    expect(kindOf(text)).toBe('other');
    expect(looksLikeFlow(text)).toBe(false);
  });

  it.each([canvas, { flow: canvas }, { Code: 'OK', data: canvas }])('a conversation canvas %#', (value) => {
    const text = JSON.stringify(value);
    expect(kindOf(text)).toBe('chat-flow');
    expect(looksLikeFlow(text)).toBe(false);
  });

  it.each([
    '',
    ' \n',
    '{',
    '{}',
    '{ "ver',
    '{ "version": "7.3", ',
    '{ "version": "7.3", "screen": [',
    '{ "screens": [',
    '{ "routing_model": {',
    '{ "$schema": "x", "version": "7.3", "screens": [] }',
    '{ "name": "x", "screens": [ { "id": "A" } ] }',
  ])('a flow that is half typed or not quite right: %s', (text) => expect(kindOf(text)).toBe('flow'));

  it.each([
    '\uFEFF{ "version": "7.3", "screens": [ ] }',
    '// mine\n{ "version": "7.3", "screens": [',
    '{ "screens": [ { "id": "A", "terminal": true',
    `{ "screens": [ { "id": "A", "data": { "image": { "__example__": "${'A'.repeat(100)}" } }, "layout": {`,
    `{ "name": "${'A'.repeat(1_000_000)}", "data_api_version" : "3.0"`,
  ])('is worth loading the language for: %.60s', (text) => expect(looksLikeFlow(text)).toBe(true));

  it('never throws, whatever the text is', () => {
    const whole = oneScreen([{ type: 'TextBody', text: 'Hello' }]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.nat(whole.length).map((end) => whole.slice(0, end)),
        ),
        (text) => {
          kindOf(text);
          looksLikeFlow(text);
        },
      ),
    );
  });
});
