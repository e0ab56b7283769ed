import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import type { Severity } from '../../../../src/flowjson/diagnosis';
import { corpus, hasCorpus, samples } from './texts';

/** Of what a flow is not to blame for: time has passed over its version. */
const expired = 'INVALID_FLOW_JSON_VERSION_STATE';

/** What is really wrong with files of the corpus: the file, what must be found in it and nothing else, and why. */
const defects: Readonly<Record<string, readonly string[]>> = {
  // LOGIN navigates to SIGN_UP, and the model has only the other way round.
  'david-lev__pywa/docs_source_content_examples_sign_up_flow.rst__1.json': [
    'INVALID_ROUTING_MODEL routing_model.LOGIN',
  ],
  // There is no FOURTH_SCREEN; and `true` is handed over where FIFTH_SCREEN declares a text.
  'david-lev__pywa/tests_data_flows_6_2_examples__2.json': [
    'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME screens[0].layout.children[0].list-items[2].on-click-action.next.name',
    'INVALID_NAVIGATE_ACTION_PAYLOAD screens[0].layout.children[0].list-items[4].on-click-action.payload.first_name',
  ],
  // A piece of a test: one screen without a title and without an end.
  'david-lev__pywa/tests_test_client.py__j1.json': [
    'MISSING_TERMINAL_SCREEN screens',
    'MISSING_REQUIRED_PROPERTY screens[0]',
  ],
};

/** Warnings that were looked at and are right, by code. */
const warnings: Readonly<Record<string, number>> = {
  // An image given by its address, which phones do not load.
  INVALID_PROPERTY_VALUE: 1,
  // A number entered and handed over as a text (the types of inputs are only observed); a key that 6.2 does not ask for.
  INVALID_NAVIGATE_ACTION_PAYLOAD: 2,
  // Links of 30 characters, documented are 25.
  TEXT_TOO_LONG: 2,
};

function found(text: string, severity: Severity): string[] {
  return diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.severity === severity && diagnosis.code !== expired)
    .map(({ code, path }) => `${code} ${path}`);
}

describe.skipIf(!hasCorpus)('real flows (skipped where ../shared/corpus is absent)', () => {
  it('are there', () => {
    const names = new Set(corpus.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(30);
    expect(Object.keys(defects).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(corpus.map(({ name, text }) => [name, text] as const))('%s: only its own errors', (name, text) => {
    expect(found(text, 'error').sort()).toEqual([...(defects[name] ?? [])].sort());
  });

  it('draw only the warnings that were looked at', () => {
    const counts: Record<string, number> = {};
    for (const { text } of corpus) {
      for (const line of found(text, 'warning')) {
        const code = line.split(' ')[0]!;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    expect(counts).toEqual(warnings);
  });
});

describe('the flows of the project', () => {
  it.each(samples.map(({ name, text }) => [name, text] as const))('%s: no error, no warning', (_, text) => {
    expect([...found(text, 'error'), ...found(text, 'warning')]).toEqual([]);
  });
});
