import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { pathsThrough, project, start, step } from '../../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen, type Json } from '../../flowjson/support';

const input = { type: 'TextInput', name: 'x', label: 'x' };

/** What is asked of the player, with texts and lists of a size that shows what grows faster than they do. */
function used(text: string): void {
  const flow = parseFlow(text);
  let { state } = start(flow);
  project(flow, state);
  ({ state } = step(flow, state, { is: 'typed', name: 'x', text: 'y' }));
  expect(project(flow, state).screen).not.toBeNull();
  pathsThrough(flow);
}

function everywhere(text: string): string {
  const children: Json[] = [
    input,
    { type: 'TextBody', text },
    { type: 'TextBody', text: `\`${text}\`` },
    { type: 'If', condition: text, then: [{ type: 'TextBody', text: 'x' }] },
    { type: 'Switch', value: text, cases: { [text]: [] } },
    { type: 'TextInput', name: 'p', label: 'p', pattern: text, 'helper-text': 'h', 'init-value': 'aaaa' },
    footer(navigate('LAST', { a: text, b: `\`${text}\`` })),
  ];
  return flowText([screen(children, { title: text }), lastScreen()]);
}

const pieces = [
  '(',
  '!',
  '${data.x} ',
  '${data.x} && ',
  "'a' ",
  '1 + ',
  '- ',
  '}',
  '`',
  '${',
  '${screen.A.form.',
  '(a*)*',
];

/** Far more than it takes, and far less than what grows with the square of the size would. */
const patience = 15_000;

describe('hostile flows', () => {
  it.each(pieces)('%s two hundred thousand times over', { timeout: patience }, (piece) => {
    used(everywhere(piece.repeat(200_000 / piece.length)));
  });

  it('many inputs in a Form that has a value and an error for each', { timeout: patience }, () => {
    const names = Array.from({ length: 5000 }, (_, index) => `n${index}`);
    const entries = Object.fromEntries(names.map((name) => [name, '${data.x}']));
    const children = [input, ...names.map((name) => ({ ...input, name }))];
    const form = { type: 'Form', name: 'f', 'init-values': entries, 'error-messages': entries, children };
    used(flowText([lastScreen([form])]));
  });

  it('names that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const children = names.map((name) => ({ ...input, name, label: `\${data.${name}}` }));
    const payload = Object.fromEntries(names.map((name) => [name, `\${form.${name}}`]));
    const flow = parseFlow(
      flowText([screen([...children, footer({ name: 'complete', payload })], { terminal: true })]),
    );
    let { state } = start(flow);
    expect(project(flow, state).screen!.components.map(({ gaps }) => gaps.length)).toEqual([1, 1, 1, 1]);
    for (const name of names) ({ state } = step(flow, state, { is: 'typed', name, text: name }));
    const { effects } = step(flow, state, { is: 'tapped', key: '4' });
    const { response } = effects.find((one) => one.is === 'completed')!;
    expect(Object.entries(response).slice(1)).toEqual(names.map((name) => [name, name]));
  });
});
