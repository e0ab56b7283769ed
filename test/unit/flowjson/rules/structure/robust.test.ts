import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../../src/flowjson/analyse';
import { versions } from '../../../../../src/flowjson/catalogue';
import { dataModelRules } from '../../../../../src/flowjson/rules/dataModel';
import { documentRules } from '../../../../../src/flowjson/rules/document';
import type { Finding, Rule } from '../../../../../src/flowjson/rules/rule';
import { structureRules } from '../../../../../src/flowjson/rules/structure';

const folder = 'test/simulator/flows';
const flows: unknown[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown);
const family: readonly Rule[] = [...documentRules, ...structureRules, ...dataModelRules];

/** What these families find, without asking whether the text can be judged at all. */
function findingsIn(text: string): string[] {
  const flow = parseFlow(text);
  const found: string[] = [];
  const report = ({ node, message }: Finding): void =>
    void found.push(`${flow.tree.path(node)} ${message.template} ${message.args.join(' ')}`);
  const context = { version: flow.version, endpoint: flow.endpoint };
  for (const rule of family) {
    if ('checkFlow' in rule) rule.checkFlow(flow, report);
    if ('checkScreen' in rule) for (const screen of flow.screens) rule.checkScreen(screen, report, context);
  }
  return found;
}

/** A flow in which one value, wherever it stands, is another one. */
const withOneOther = fc
  .tuple(fc.constantFrom(...flows), fc.nat(), fc.jsonValue({ maxDepth: 2 }))
  .map(([flow, at, other]) => {
    const copy = structuredClone(flow) as Record<string, unknown>;
    const places: [Record<string, unknown>, string][] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push([value as Record<string, unknown>, key]);
        collect((value as Record<string, unknown>)[key]);
      }
    };
    collect(copy);
    const [holder, key] = places[at % places.length]!;
    holder[key] = other;
    return copy;
  });

describe('whatever a flow holds', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(withOneOther, fc.constantFrom(...versions), (flow, { name }) => {
        findingsIn(JSON.stringify(flow));
        findingsIn(JSON.stringify({ ...flow, version: name }));
      }),
    );
  });

  it('never throws on a text that is cut off', () => {
    fc.assert(
      fc.property(withOneOther, fc.double({ min: 0, max: 1, noNaN: true }), (flow, part) => {
        const text = JSON.stringify(flow);
        findingsIn(text.slice(0, Math.floor(text.length * part)));
      }),
      { numRuns: 50 },
    );
  });

  it('says the same however it is written', () => {
    fc.assert(
      fc.property(withOneOther, fc.constantFrom(1, 4, '\t'), (flow, indent) => {
        const plain = findingsIn(JSON.stringify(flow));
        const indented = JSON.stringify(flow, undefined, indent);
        expect(findingsIn(indented)).toEqual(plain);
        expect(findingsIn(indented.replaceAll('\n', '\r\n'))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
});
