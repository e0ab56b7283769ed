import { describe, expect, it } from 'vitest';
import { flowText, footer, lastScreen, navigate, screen } from '../../flowjson/support';
import { model, options, Run, running } from '../run';

const name = { type: 'TextInput', name: 'name', label: 'Name' };

/** FIRST asks for a name and hands it to LAST. */
const two = (more: object = {}, top: object = {}): string =>
  flowText(
    [
      screen([name, footer(navigate('LAST', { who: '${form.name}' }))], { ...more }),
      lastScreen(
        [
          { type: 'TextBody', text: '${data.who}' },
          { ...name, name: 'other' },
        ],
        {
          data: model({ who: 'Example' }),
        },
      ),
    ],
    { ...top },
  );

/** The same with an endpoint, where going back from LAST asks it. */
const endpoint = (): string =>
  flowText(
    [
      screen(
        [
          name,
          { ...name, name: 'start', 'init-value': '${data.hint}' },
          footer({ name: 'data_exchange', payload: { who: '${form.name}' } }),
        ],
        {
          data: model({ hint: 'A hint' }),
        },
      ),
      lastScreen([{ type: 'TextBody', text: '${data.who}' }], {
        refresh_on_back: true,
        data: model({ who: 'Example' }),
      }),
      screen([footer(navigate('LAST'))], { id: 'ASIDE' }),
    ],
    { data_api_version: '3.0', routing_model: { FIRST: ['LAST'], LAST: [], ASIDE: ['LAST'] } },
  );

describe('start', () => {
  it('opens the entry screen, the one that no other leads to', () => {
    const screens = [lastScreen(), screen([footer(navigate('LAST'))])];
    expect(new Run(flowText(screens)).way).toBe('FIRST');
    expect(new Run(endpoint()).way).toBe('FIRST');
  });

  it('opens the screen that the message names, with its data', () => {
    const run = new Run(two(), { screen: 'LAST', data: { who: 'Bob' } });
    expect(run.effects).toEqual([{ is: 'navigated', to: 'LAST', data: { who: 'Bob' }, back: false }]);
    expect(run.find('TextBody').properties['text']).toBe('Bob');
  });

  it('opens the entry where the message names a screen that is not there', () => {
    const run = new Run(two(), { screen: 'GONE' });
    expect(run.way).toBe('FIRST');
    expect(run.told).toEqual(['refused: There is no screen GONE.', 'navigated']);
  });

  it('shows the examples where no data is given, unless they are not wanted', () => {
    expect(new Run(two(), { screen: 'LAST' }).find('TextBody').properties['text']).toBe('Example');
    const plain = new Run(two(), { screen: 'LAST', examples: false }).find('TextBody');
    expect(plain.properties['text']).toBeUndefined();
    expect(plain.gaps).toMatchObject([{ property: 'text', broken: false }]);
  });

  it('asks the endpoint for the first screen', () => {
    const run = new Run(endpoint(), { action: 'data_exchange', flowToken: 'token' });
    expect(run.effects).toEqual([
      {
        is: 'dataExchangeRequested',
        request: { version: '3.0', action: 'INIT', data: {}, flow_token: 'token' },
      },
    ]);
    expect(run.projection).toMatchObject({ busy: true, screen: null });
    expect(run.answered('FIRST', { hint: 'Given' }).way).toBe('FIRST');
    expect(run.shown.data).toEqual({ hint: 'Given' });
  });
});

describe('data of a screen', () => {
  it('falls back to the example for each key by itself', () => {
    const run = running([], { data: model({ a: 'example a', b: 'example b' }) });
    expect(run.shown).toMatchObject({ data: { a: 'example a', b: 'example b' }, examples: ['a', 'b'] });
    run.do({ is: 'supplied', screen: 'ONLY', data: { a: 'given' } });
    expect(run.shown).toMatchObject({ data: { a: 'given', b: 'example b' }, examples: ['b'] });
  });

  it('is replaced when the screen is opened again, and kept when it was laid down before', () => {
    const link = (payload: object): object => ({
      type: 'EmbeddedLink',
      text: 'x',
      'on-click-action': navigate('LAST', payload as never),
    });
    const text = flowText([
      screen([link({ a: 'one', b: 'two' }), link({ a: 'three' })] as never),
      lastScreen([], { data: model({ a: 'example', b: 'example' }) }),
    ]);
    const run = new Run(text).do({ is: 'supplied', screen: 'LAST', data: { a: 'laid', b: 'laid' } });
    expect(run.tapped('1').shown.data).toEqual({ a: 'three', b: 'laid' });
    expect(run.back().tapped('0').shown.data).toEqual({ a: 'one', b: 'two' });
    expect(run.back().tapped('1').shown.data).toEqual({ a: 'three', b: 'example' });
  });

  it('never falls back for a value that was given empty', () => {
    const run = new Run(two()).next();
    expect(run.find('TextBody').properties['text']).toBe('');
    expect(run.shown.examples).toEqual([]);
  });
});

describe('navigate', () => {
  it('evaluates its payload on the old screen and makes it the data of the new one', () => {
    const run = new Run(two()).typed('name', 'Ada').next();
    expect(run.effects).toEqual([
      { is: 'navigated', from: 'FIRST', to: 'LAST', data: { who: 'Ada' }, back: false },
    ]);
    expect(run.way).toBe('FIRST LAST');
    expect(run.find('TextBody').properties['text']).toBe('Ada');
  });

  it('to the screen just left counts as going back', () => {
    const text = flowText([
      screen([name, footer(navigate('SECOND'))]),
      screen([{ type: 'EmbeddedLink', text: 'Back', 'on-click-action': navigate('FIRST') }], {
        id: 'SECOND',
      }),
      lastScreen(),
    ]);
    const run = new Run(text, { screen: 'FIRST' }).typed('name', 'Ada').next().tapped('0');
    expect(run.effect('navigated')).toMatchObject({ to: 'FIRST', back: true });
    expect([run.way, run.value('name')]).toEqual(['FIRST', 'Ada']);
  });

  it('where the routing model has no way ends the flow', () => {
    const text = (version: string): string =>
      flowText([screen([footer(navigate('LAST'))]), lastScreen()], {
        version,
        data_api_version: '3.0',
        routing_model: { FIRST: [], LAST: [] },
      });
    const run = new Run(text('7.3'), { screen: 'FIRST' }).next();
    expect(run.told).toEqual(['stopped: The routing model has no way from FIRST to LAST.']);
    expect(run.state.phase.is).toBe('stopped');
    expect(run.typed('name', 'x').told).toEqual(['refused: The flow has ended; start it again.']);
    // A NavigationList is left alone, and from 6.3 to 7.2 nobody checks.
    const rows = {
      type: 'NavigationList',
      name: 'rows',
      'list-items': [{ id: 'a', 'main-content': { title: 'A' } }],
      'on-click-action': navigate('LAST'),
    };
    const list = flowText([screen([rows]), lastScreen()], {
      data_api_version: '3.0',
      routing_model: { FIRST: [], LAST: [] },
    });
    expect(new Run(list, { screen: 'FIRST' }).tapped('0', 'a').way).toBe('FIRST LAST');
    expect(new Run(text('7.1'), { screen: 'FIRST' }).next().way).toBe('FIRST LAST');
  });

  it('opens no screen that is not there, and none from itself', () => {
    for (const [target, why] of [
      ['GONE', 'There is no screen GONE.'],
      ['FIRST', 'A screen cannot be opened from itself.'],
      ['', 'This does not say which screen comes next.'],
    ] as const) {
      const run = new Run(flowText([screen([footer(navigate(target))]), lastScreen()])).next();
      expect(run.told).toEqual([`refused: ${why}`]);
    }
  });
});

describe('back', () => {
  it('brings the screen before, with its data and typed values', () => {
    const run = new Run(two(), { data: {} }).typed('name', 'Ada').next().back();
    expect(run.effect('navigated')).toMatchObject({ from: 'LAST', to: 'FIRST', back: true });
    expect([run.way, run.value('name')]).toEqual(['FIRST', 'Ada']);
    expect(run.projection.canGoBack).toBe(false);
  });

  it('does nothing on the first screen', () => {
    expect(new Run(two()).back().told).toEqual([
      'refused: This is the first screen: going back closes the flow.',
    ]);
  });

  it('asks the endpoint where the screen that is left says so', () => {
    const run = new Run(endpoint()).next().answered('LAST', { who: 'Ada' }).back();
    expect([run.projection.busy, run.projection.canGoBack]).toEqual([true, true]);
    expect(run.effects).toEqual([
      {
        is: 'dataExchangeRequested',
        request: { version: '3.0', action: 'BACK', screen: 'LAST', data: {}, flow_token: 'unused' },
      },
    ]);
    run.answered('FIRST', { hint: 'Anew' });
    expect([run.way, run.shown.data['hint'], run.value('start')]).toEqual(['FIRST', 'Anew', 'Anew']);
  });
});

describe('form state', () => {
  it('is kept for the whole session and read from other screens', () => {
    const text = flowText([
      screen([name, footer(navigate('LAST'))]),
      lastScreen([{ type: 'TextBody', text: '${screen.FIRST.form.name}' }]),
    ]);
    const run = new Run(text).typed('name', 'Ada').next();
    expect(run.find('TextBody').properties['text']).toBe('Ada');
    expect(run.back().next().back().value('name')).toBe('Ada');
  });

  it('of a screen never visited is empty', () => {
    const text = flowText([
      screen([
        { type: 'TextBody', text: '${screen.LAST.form.other}' },
        footer(navigate('LAST', { who: '' })),
      ]),
      lastScreen([{ ...name, name: 'other', 'init-value': 'x' }]),
    ]);
    const body = new Run(text).find('TextBody');
    expect([body.properties['text'], body.gaps.map(({ broken }) => broken)]).toEqual([undefined, [false]]);
    // Nor is there an example of what it would be given.
    const other = flowText([
      screen([{ type: 'TextBody', text: '${screen.LAST.data.who}' }, footer(navigate('LAST', { who: 'x' }))]),
      lastScreen([{ type: 'TextBody', text: '${data.who}' }], { data: model({ who: 'Example' }) }),
    ]);
    const run = new Run(other);
    expect(run.find('TextBody').properties['text']).toBeUndefined();
    expect(run.next().back().find('TextBody').properties['text']).toBe('x');
  });
});

describe('init values', () => {
  const initial = { ...name, 'init-value': '${data.first}' };

  it('are there when the screen opens, also in a Form', () => {
    expect(running([initial], { data: model({ first: 'Ada' }) }).value('name')).toBe('Ada');
    for (const values of ['${data.all}', { name: '${data.all.name}', box: ['a'] }]) {
      const form = {
        type: 'Form',
        name: 'form',
        'init-values': values,
        children: [
          name,
          { type: 'CheckboxGroup', name: 'box', label: 'Box', 'data-source': options('a', 'b') },
        ],
      };
      const run = running([form], { data: model({ all: { name: 'Ada', box: ['a'] } }) });
      expect([run.value('name'), run.value('box')]).toEqual(['Ada', ['a']]);
    }
  });

  it('come anew with fresh data where the person has not typed', () => {
    const run = running([initial, { ...initial, name: 'second' }], { data: model({ first: 'Ada' }) });
    run.typed('name', 'typed').do({ is: 'supplied', screen: 'ONLY', data: { first: 'Bob' } });
    expect([run.value('name'), run.value('second')]).toEqual(['typed', 'Bob']);
  });

  it('do not come back where the person has emptied the input', () => {
    const run = running([initial], { data: model({ first: 'Ada' }) }).typed('name', '');
    run.do({ is: 'supplied', screen: 'ONLY', data: { first: 'Bob' } });
    expect(run.value('name')).toBeNull();
  });

  it('are read by other screens, as numbers where the input takes numbers', () => {
    const run = running(
      [
        { ...name, name: 'age', 'input-type': 'number', 'init-value': '36' },
        { ...name, name: 'code', 'input-type': 'passcode', 'init-value': '007' },
        { type: 'TextBody', text: "`'in a year ' (${form.age} + 1)`" },
      ],
      {},
      { age: '${form.age}', code: '${form.code}' },
    );
    expect(run.find('TextBody').properties['text']).toBe('in a year 37');
    expect(run.next().effect('completed').response).toEqual({ flow_token: 'unused', age: 36, code: '007' });
  });
});

describe('changing data-source', () => {
  it('drops what is chosen and gone', () => {
    const run = running(
      [
        { type: 'CheckboxGroup', name: 'many', label: 'Many', 'data-source': '${data.list}' },
        { type: 'Dropdown', name: 'one', label: 'One', 'data-source': '${data.list}' },
      ],
      { data: { list: { type: 'array', items: { type: 'object' }, __example__: options('a', 'b', 'c') } } },
    );
    run.chosen('many', 'a').chosen('many', 'b').chosen('one', 'a');
    expect([run.value('many'), run.value('one')]).toEqual([['a', 'b'], 'a']);
    run.do({ is: 'supplied', screen: 'ONLY', data: { list: [{ id: 'b', title: 'B' }] } });
    expect([run.value('many'), run.value('one')]).toEqual([['b'], null]);
  });
});

describe('If and Switch', () => {
  const choice = {
    type: 'RadioButtonsGroup',
    name: 'pet',
    label: 'Pet',
    'data-source': options('cat', 'dog', 'cow'),
  };
  const needed = { ...name, required: true };

  it('are decided anew on every change; what is hidden does not count', () => {
    const run = running([choice, { type: 'If', condition: "${form.pet} == 'cat'", then: [needed] }]);
    expect(run.ready).toBe(true);
    expect(run.chosen('pet', 'cat').ready).toBe(false);
    expect(run.typed('name', 'Tom').ready).toBe(true);
    expect(run.chosen('pet', 'dog').ready).toBe(true);
    expect(run.typed('name', 'x').told).toEqual(['refused: There is no input name on the screen now.']);
    expect(run.chosen('pet', 'cat').value('name')).toBe('Tom');
  });

  it('show the case of the value, else the default, else nothing', () => {
    const text = (words: string): object => ({ type: 'TextBody', text: words });
    const cases = { cat: [text('meow')], dog: [text('woof')], default: [text('?')] };
    const shownText = (run: Run): unknown =>
      run.all.find(({ type }) => type === 'TextBody')?.properties['text'];
    const run = running([choice, { type: 'Switch', value: '${form.pet}', cases }]);
    const seen = [undefined, 'cat', 'dog', 'cow'].map((pet) => {
      if (pet !== undefined) run.chosen('pet', pet);
      return shownText(run);
    });
    expect(seen).toEqual(['?', 'meow', 'woof', '?']);
    const without = { cat: cases.cat, dog: cases.dog };
    expect(
      shownText(running([choice, { type: 'Switch', value: '${form.pet}', cases: without }])),
    ).toBeUndefined();
  });

  it('may hold the Footer', () => {
    const foot = (label: string): object => footer({ name: 'complete', payload: {} }, { label });
    const text = flowText([
      screen(
        [
          choice,
          { type: 'If', condition: "${form.pet} == 'cat'", then: [foot('Meow')], else: [foot('Go')] },
        ] as never,
        { terminal: true },
      ),
    ]);
    const run = new Run(text);
    expect(run.shown.footer?.properties['label']).toBe('Go');
    expect(run.chosen('pet', 'cat').shown.footer).toMatchObject({
      key: '1.then.0',
      properties: { label: 'Meow' },
    });
    expect(run.shown.components.map(({ type, children }) => [type, children.length])).toEqual([
      ['RadioButtonsGroup', 0],
      ['If', 0],
    ]);
    expect(run.next().told).toEqual(['completed']);
  });
});
