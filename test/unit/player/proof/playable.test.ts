import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import type { Flow } from '../../../../src/flowjson/model/flow';
import { english } from '../../../../src/flowjson/message';
import { pathsThrough, project, start, type Drawn } from '../../../../src/player/player';
import { corpus, hasCorpus, samples } from '../../flowjson/proof/texts';
import { below, play } from './driver';
import { soundFlow } from './generated';

/** Time has passed over the version: the flow itself is not to blame. */
const expired = 'INVALID_FLOW_JSON_VERSION_STATE';

function isSound(flow: Flow): boolean {
  return !diagnose(flow).some(({ severity, code }) => severity === 'error' && code !== expired);
}

const failures = (flow: Flow): (string | undefined)[] =>
  pathsThrough(flow, 50)
    .paths.map((path) => play(flow, path))
    .filter((one) => one !== undefined);

/** What the player finds wrong on screens that the rules find nothing wrong with. */
function complaints(flow: Flow): string[] {
  return flow.screens.flatMap(({ id }) => {
    const { screen } = project(flow, start(flow, { screen: id! }).state);
    if (screen === null) return [`${id!} does not show`];
    const drawn: Drawn[] = below([...screen.components, ...(screen.footer ? [screen.footer] : [])]);
    const gaps = [...screen.gaps, ...drawn.flatMap((one) => one.gaps)].filter(({ broken }) => broken);
    return [
      ...drawn.flatMap(({ type, reason }) => (reason ? [`${id!} ${type}: ${english(reason)}`] : [])),
      ...gaps.map(({ property, reason }) => `${id!} ${property}: ${english(reason)}`),
    ];
  });
}

describe('a flow without errors is drawn whole, and can be played to an end on every path', () => {
  it.each(samples.map(({ name, text }) => [name, text] as const))('%s', (_, text) => {
    const flow = parseFlow(text);
    expect(pathsThrough(flow).paths.length).toBeGreaterThan(0);
    expect([...complaints(flow), ...failures(flow)]).toEqual([]);
  });

  describe.skipIf(!hasCorpus)('real flows (skipped where ../shared/corpus is absent)', () => {
    const sound = corpus.filter(({ text }) => isSound(parseFlow(text)));

    it('are there', () => {
      expect(sound.length).toBeGreaterThan(30);
    });

    it.each(sound.map(({ name, text }) => [name, text] as const))('%s', (_, text) => {
      const flow = parseFlow(text);
      expect([...complaints(flow), ...failures(flow)]).toEqual([]);
    });
  });

  it('flows made at random', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(soundFlow, (text) => {
        const flow = parseFlow(text);
        expect(
          diagnose(flow).filter(({ severity, code }) => severity === 'error' && code !== expired),
        ).toEqual([]);
        const { paths, complete } = pathsThrough(flow);
        expect([complete, paths.length > 0]).toEqual([true, true]);
        expect([...complaints(flow), ...failures(flow)]).toEqual([]);
      }),
      { numRuns: process.env['FULL_PROOF'] === '1' ? 2000 : 100 },
    );
  });
});
