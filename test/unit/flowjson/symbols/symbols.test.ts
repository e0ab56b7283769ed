import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { mentionAt, mentionsIn, mentionsOf } from '../../../../src/flowjson/symbols/mentions';
import { refusalOfName, renameEdits } from '../../../../src/flowjson/symbols/rename';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import { endpointFlow, formFlow, plainFlow, textOf } from '../mutants/bases';
import { flowText, lastScreen, navigate, footer, screen } from '../support';

const rich = flowText(
  [
    screen(
      [
        {
          type: 'Form',
          name: 'asks',
          'init-values': { city: 'Rome' },
          'error-messages': { city: 'Unknown' },
          children: [
            { type: 'TextInput', name: 'city', label: 'City' },
            { type: 'OptIn', name: 'agree', label: 'I agree' },
            {
              type: 'If',
              condition: "${form.city} == 'Rome'",
              then: [{ type: 'TextBody', text: "`'To ' ${form.city}`" }],
            },
            footer(navigate('LAST', { place: '${form.city}' })),
          ],
        },
      ],
      { sensitive: ['city'] },
    ),
    lastScreen(
      [
        { type: 'TextBody', text: '${data.place}' },
        { type: 'TextBody', text: '${screen.FIRST.form.city}' },
      ],
      { data: { place: { type: 'string', __example__: 'Rome' } } },
    ),
  ],
  { data_api_version: '3.0', routing_model: { FIRST: ['LAST'], LAST: [] } },
);

function told(text: string, needle: string, within = 0): string[] {
  const flow = parseFlow(text);
  const found = mentionAt(flow, text.indexOf(needle) + within)!;
  return mentionsOf(flow, found.symbol).map(
    ({ node, declaration }) => `${declaration ? 'declares' : 'uses'} ${flow.tree.path(node)}`,
  );
}

describe('mentions', () => {
  it('of an input: its declaration, references on its own and other screens, the Form, sensitive', () => {
    expect(told(rich, '"city",', 1).sort()).toEqual(
      [
        'declares screens[0].layout.children[0].children[0].name',
        'uses screens[0].sensitive[0]',
        'uses screens[0].layout.children[0].init-values.city',
        'uses screens[0].layout.children[0].error-messages.city',
        'uses screens[0].layout.children[0].children[2].condition',
        'uses screens[0].layout.children[0].children[2].then[0].text',
        'uses screens[0].layout.children[0].children[3].on-click-action.payload.place',
        'uses screens[1].layout.children[1].text',
      ].sort(),
    );
  });

  it('of a data key: the data model, references and what navigates there', () => {
    expect(told(rich, '${data.place}', 8)).toEqual([
      'uses screens[0].layout.children[0].children[3].on-click-action.payload.place',
      'declares screens[1].data.place',
      'uses screens[1].layout.children[0].text',
    ]);
  });

  it('of a screen: its id, links, global references, routes', () => {
    expect(told(rich, '"FIRST"', 3).sort()).toEqual(
      [
        'uses routing_model.FIRST',
        'declares screens[0].id',
        'uses screens[1].layout.children[1].text',
      ].sort(),
    );
  });

  it('cover exactly the name', () => {
    for (const text of [rich, textOf(plainFlow()), textOf(endpointFlow()), textOf(formFlow())]) {
      const all = [...mentionsIn(parseFlow(text))];
      expect(all.length).toBeGreaterThan(5);
      for (const { symbol, span } of all) expect(text.slice(span.start, span.end)).toBe(symbol.name);
    }
  });
});

describe('renaming', () => {
  it('changes every mention and nothing else: the flow says the same things as before', () => {
    const flows = [rich, textOf(plainFlow()), textOf(endpointFlow()), textOf(formFlow())];
    const codes = (text: string): string[] =>
      diagnose(parseFlow(text)).map(({ code, path }) => `${code} ${path}`);
    fc.assert(
      fc.property(fc.constantFrom(...flows), fc.nat(), (text, some) => {
        const flow = parseFlow(text);
        const all = [...mentionsIn(flow)];
        const { symbol } = all[some % all.length]!;
        const renamed = applyEdits(text, renameEdits(flow, symbol, 'BRAND_NEW'));
        expect(codes(renamed)).toHaveLength(codes(text).length);
        const back = parseFlow(renamed);
        const again = mentionAt(back, renamed.indexOf('BRAND_NEW'))!;
        expect(applyEdits(renamed, renameEdits(back, again.symbol, symbol.name))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses names that cannot be, and says why', () => {
    const flow = parseFlow(rich);
    const screenSymbol = mentionAt(flow, rich.indexOf('"FIRST"') + 1)!.symbol;
    const input = mentionAt(flow, rich.indexOf('"agree"') + 1)!.symbol;
    const refused = (symbol: typeof input, name: string): string | undefined =>
      refusalOfName(flow, symbol, name)?.template;
    expect(refused(screenSymbol, 'STEP_1')).toContain('letters and underscores');
    expect(refused(screenSymbol, 'Success')).toContain('reserved');
    expect(refused(screenSymbol, 'LAST')).toContain('already');
    expect(refused(screenSymbol, 'START')).toBeUndefined();
    expect(refused(input, 'city')).toContain('taken');
    expect(refused(input, 'my-name')).toContain('letters, digits');
    expect(refused(input, 'agree')).toBeUndefined();
  });
});
