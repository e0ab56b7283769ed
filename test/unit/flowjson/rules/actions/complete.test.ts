import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { flowText, footer, foundBy, lastScreen, navigate, oneScreen, screen, type Json } from '../../support';

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const complete = (payload: Json): Json => ({ name: 'complete', payload });
const answering = (payload: Json, more: Json = {}): string =>
  flowText([screen([footer(complete(payload))], { terminal: true, ...more })]);
const payloadPath = 'screens[0].layout.children[0].on-click-action.payload';

describe('complete', () => {
  it('stands on a terminal screen', () => {
    expect(of('complete-on-terminal-screen', oneScreen([]))).toEqual([]);
    const text = flowText([screen([footer(complete({}))], { terminal: false }), lastScreen()]);
    const [found] = of('complete-on-terminal-screen', text);
    expect(found).toMatchObject({
      code: 'INVALID_COMPLETE_ACTION',
      severity: 'error',
      path: 'screens[0].layout.children[0].on-click-action.name',
      facts: { property: 'terminal', screen: 'FIRST' },
    });
    expect(found!.related.map(({ path }) => path)).toEqual(['screens[0].terminal']);
  });

  it('is not blamed where terminal is no boolean, or the place is wrong already', () => {
    expect(
      of('complete-on-terminal-screen', flowText([screen([footer(complete({}))], { terminal: 'true' })])),
    ).toEqual([]);
    const link = { type: 'EmbeddedLink', text: 'x', 'on-click-action': complete({}) };
    expect(of('complete-on-terminal-screen', flowText([screen([link]), lastScreen()]))).toEqual([]);
  });

  it('has no key of its own for the flow token', () => {
    expect(foundBy('payload-reserved-key', answering({ flow_token: 'x' }))).toEqual([
      `RESERVED_PAYLOAD_KEY ${payloadPath}.flow_token`,
    ]);
    expect(of('payload-reserved-key', answering({ token: 'x' }))).toEqual([]);
  });

  it('sends no image', () => {
    const png = `iVBORw0KGgo${'A'.repeat(200)}`;
    const data = {
      picture: { type: 'string', __example__: png },
      name: { type: 'string', __example__: 'x' },
    };
    const text = answering({ a: png, b: '${data.picture}', c: '${data.name}', d: 'iVBORw0KGgo' }, { data });
    expect(foundBy('complete-image', text)).toEqual([
      `IMAGE_IN_COMPLETE_PAYLOAD ${payloadPath}.a`,
      `IMAGE_IN_COMPLETE_PAYLOAD ${payloadPath}.b`,
    ]);
    expect(of('complete-image', text)[0]!.severity).toBe('warning');
  });

  it('may send an image of another screen no more', () => {
    const png = `iVBORw0KGgo${'A'.repeat(200)}`;
    const text = flowText([
      screen([footer(navigate('LAST'))], { data: { picture: { type: 'string', __example__: png } } }),
      screen([footer(complete({ a: '${screen.FIRST.data.picture}' }))], { id: 'LAST', terminal: true }),
    ]);
    expect(of('complete-image', text)).toHaveLength(1);
  });
});
