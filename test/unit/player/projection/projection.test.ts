import { describe, expect, it } from 'vitest';
import { componentsFor } from '../../../../src/flowjson/catalogue';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { carryOver, project, start, step } from '../../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen } from '../../flowjson/support';
import { samples } from '../../flowjson/proof/texts';
import { model, options, Run, running } from '../run';

const name = { type: 'TextInput', name: 'name', label: 'Name' };

describe('what is shown', () => {
  it('stands at its place in the text', () => {
    const text = flowText([
      screen([{ type: 'Form', name: 'form', children: [name, footer(navigate('LAST'))] }]),
      lastScreen(),
    ]);
    const run = new Run(text);
    const { place, key } = run.find('name');
    expect([key, place.path]).toEqual(['0.children.0', 'screens[0].layout.children[0].children[0]']);
    expect(JSON.parse(text.slice(place.start, place.end))).toEqual(name);
    const { action } = run.shown.footer!;
    expect(action).toMatchObject({ name: 'navigate', target: 'LAST' });
    expect(JSON.parse(text.slice(action!.place!.start, action!.place!.end))).toEqual(navigate('LAST'));
  });

  it('has its defaults, and what texts give now', () => {
    const run = running(
      [
        { type: 'TextBody', text: "`'Hello ' ${data.who}`", 'font-weight': '${data.weight}' },
        { type: 'Image', src: '${data.picture}', height: 100 },
        { ...name, label: '${data.who}', 'helper-text': 'Help' },
      ],
      { data: model({ who: 'Ada', weight: 'bold', picture: 'aGVsbG8=' }), title: 'Mine' },
    );
    expect(run.find('TextBody').properties).toMatchObject({
      text: 'Hello Ada',
      'font-weight': 'bold',
      strikethrough: false,
    });
    expect(run.find('Image').properties).toMatchObject({
      src: 'aGVsbG8=',
      height: 100,
      'scale-type': 'contain',
    });
    expect(run.find('name').properties).toMatchObject({
      label: 'Ada',
      'input-type': 'text',
      'max-chars': 80,
    });
    expect(run.shown.title).toBe('Mine');
  });

  it('has a title that may come from another screen', () => {
    const text = flowText([
      screen([name, footer(navigate('LAST'))]),
      lastScreen([], { title: '${screen.FIRST.form.name}' }),
    ]);
    expect(new Run(text).typed('name', 'Ada').next().shown.title).toBe('Ada');
  });

  it('leaves out what is not visible', () => {
    const body = { type: 'TextBody', text: 'x', visible: '${data.seen}' };
    const run = running([body], { data: model({ seen: false }) });
    expect(run.shown.components).toEqual([]);
    expect(run.do({ is: 'supplied', screen: 'ONLY', data: { seen: true } }).shown.components).toHaveLength(1);
  });

  it('lists options with what they are now', () => {
    const list = [
      { id: 'a', title: 'A', description: '${data.who}' },
      { id: 'b', title: 'B', enabled: '${data.able}' },
      { title: 'no id' },
      'nothing',
    ];
    const run = running([{ type: 'Dropdown', name: 'x', label: 'x', 'data-source': list }], {
      data: model({ who: 'Ada', able: false }),
    });
    const drawn = run.chosen('x', 'a').find('x');
    expect(drawn.options.map(({ id, selected, enabled }) => [id, selected, enabled])).toEqual([
      ['a', true, true],
      ['b', false, false],
    ]);
    expect(drawn.options[0]!.properties['description']).toBe('Ada');
    expect(drawn.gaps.map(({ property }) => property)).toEqual(['data-source', 'data-source']);
  });

  it('says which inputs hold the Footer up', () => {
    const run = running([{ ...name, required: true }]);
    expect(run.shown.footer!.obstacles.map(({ where, reason }) => [where, english(reason)])).toEqual([
      ['name', 'This is required.'],
    ]);
    const off = { type: 'Footer', label: 'x', enabled: false, 'on-click-action': { name: 'complete' } };
    const disabled = new Run(flowText([screen([off], { terminal: true })]));
    expect(disabled.shown.footer!.obstacles).toHaveLength(1);
    const lost = new Run(
      flowText([screen([footer(navigate('LAST', { who: '${form.gone}' }))]), lastScreen()]),
    );
    expect(lost.ready).toBe(false);
  });
});

describe('errors of inputs', () => {
  it('show after the person has left the input', () => {
    const run = running([{ ...name, 'input-type': 'email' }]).typed('name', 'x');
    expect(run.find('name').input!.showsProblems).toBe(false);
    expect(run.do({ is: 'left', name: 'name' }).find('name').input!.showsProblems).toBe(true);
  });

  it.each([
    ['own', [{ ...name, 'error-message': '${data.wrong}' }]],
    [
      'of the Form',
      [{ type: 'Form', name: 'form', 'error-messages': { name: '${data.wrong}' }, children: [name] }],
    ],
    ['of a bound Form', [{ type: 'Form', name: 'form', 'error-messages': '${data.all}', children: [name] }]],
  ])('%s error-message shows until the value changes', (_, children) => {
    const run = running(children, { data: model({ wrong: 'No', all: { name: 'No' } }) });
    const message = (): unknown => run.find('name').input!.errorMessage;
    expect(message()).toBe('No');
    run.typed('name', 'x');
    expect(message()).toBeNull();
    run.do({ is: 'supplied', screen: 'ONLY', data: {} });
    expect(message()).toBe('No');
  });
});

describe('what cannot be drawn', () => {
  it('is a placeholder that says why, alone', () => {
    const run = running(
      [{ type: 'Map' }, {}, { type: 'ChipsSelector', name: 'x' }, { type: 'TextBody', text: 'x' }],
      {},
      {},
      { version: '6.0' },
    );
    expect(run.shown.components.map((one) => [one.is, one.reason && english(one.reason)])).toEqual([
      ['placeholder', 'There is no component Map.'],
      ['placeholder', 'This component has no type yet.'],
      ['placeholder', 'ChipsSelector exists from version 6.3 on.'],
      ['component', null],
    ]);
  });

  it('is broken alone', () => {
    const run = running([
      { type: 'TextBody' },
      { type: 'Dropdown', name: 'x', label: 'x', required: true, 'data-source': 5 },
      { type: 'Image', src: 7 },
      { type: 'TextBody', text: 'x', visible: 'yes' },
    ]);
    expect(run.shown.components.map(({ is }) => is)).toEqual(['broken', 'broken', 'component', 'component']);
    expect(run.find('x').reason && english(run.find('x').reason!)).toBe(
      'data-source of this Dropdown cannot be shown.',
    );
    // It does not hold the Footer up either.
    expect(run.ready).toBe(true);
  });

  it('of references is a gap with its reason', () => {
    const run = running([
      { type: 'TextBody', text: '${data.gone}' },
      { type: 'TextBody', text: 'Hi ${data.gone}' },
    ]);
    expect(run.shown.components.map(({ is, properties }) => [is, properties['text']])).toEqual([
      ['component', undefined],
      ['component', 'Hi ${data.gone}'],
    ]);
    expect(run.shown.components.flatMap(({ gaps }) => gaps.map(({ broken }) => broken))).toEqual([
      true,
      true,
    ]);
  });
});

describe('half-typed texts', () => {
  it.each([
    ['', 'The text is empty.'],
    ['{', 'There is no screen yet.'],
    ['[]', 'This is not Flow JSON.'],
    ['{"version": "7.3", "screens": [{}]}', 'No screen has an id yet.'],
    ['['.repeat(500), 'The text is nested too deeply to be read.'],
  ])('%s: %s', (text, reason) => {
    const flow = parseFlow(text);
    const { reason: why, screen: shown } = project(flow, start(flow).state);
    expect([shown, why && english(why)]).toEqual([null, reason]);
  });

  it('keep the screen and what was typed', () => {
    const text = flowText([
      screen([name, footer(navigate('LAST'))]),
      lastScreen([{ ...name, name: 'other' }]),
    ]);
    const run = new Run(text).typed('name', 'Ada').next().typed('other', 'Bob');
    const edited = parseFlow(text.replace('"Next"', '"Go"').replace('"Last"', '"Latest"'));
    const carried = carryOver(edited, run.state).state;
    expect(project(edited, carried).screen).toMatchObject({ id: 'LAST', title: 'Latest' });
    expect(carried.screens).toEqual(run.state.screens);
    // The screen is gone: the one before shows. No screen is left: the flow opens anew.
    const renamed = parseFlow(text.replace('"id": "LAST"', '"id": "END"'));
    expect(english(project(renamed, run.state).reason!)).toBe('The screen is no longer there.');
    const back = carryOver(renamed, run.state).state;
    expect([back.stack, back.screens['FIRST']!.values]).toEqual([['FIRST'], { name: 'Ada' }]);
    const other = parseFlow(text.replaceAll('FIRST', 'BEGIN').replaceAll('LAST', 'END'));
    expect(carryOver(other, run.state).state.stack).toEqual(['BEGIN']);
    const none = carryOver(parseFlow('{'), run.state).state;
    expect(none.phase.is).toBe('empty');
    expect(carryOver(edited, none).state.stack).toEqual(['FIRST']);
  });

  it('bring back neither an error that went away nor an answer that is no longer waited for', () => {
    const input = { ...name, 'error-message': 'No' };
    const text = flowText([lastScreen([input], { title: 'One' })]);
    const typed = new Run(text).typed('name', 'x').state;
    const edited = parseFlow(text.replace('One', 'Two'));
    const drawn = project(edited, carryOver(edited, typed).state).screen!.components[0]!;
    expect(drawn.input!.errorMessage).toBeNull();

    const asks = flowText(
      [
        screen([footer(navigate('MIDDLE'))]),
        screen([footer({ name: 'data_exchange' })], { id: 'MIDDLE' }),
        lastScreen(),
      ],
      { data_api_version: '3.0', routing_model: { FIRST: ['MIDDLE'], MIDDLE: ['LAST'], LAST: [] } },
    );
    const run = new Run(asks).next().next();
    expect(run.state.phase.is).toBe('waiting');
    const { state } = carryOver(parseFlow(asks.replace('"id": "MIDDLE"', '"id": "CENTRE"')), run.state);
    expect([state.phase.is, state.stack]).toEqual(['showing', ['FIRST']]);
  });

  it('are read as their version says, also where nothing else changed', () => {
    const list = [{ id: 'a', title: 'A', image: 'aGVsbG8=' }];
    const text = flowText([lastScreen([{ type: 'Dropdown', name: 'x', label: 'x', 'data-source': list }])]);
    const image = (flow: ReturnType<typeof parseFlow>): unknown =>
      project(flow, start(flow).state).screen!.components[0]!.options[0]!.properties['image'];
    const modern = parseFlow(text);
    const old = parseFlow(text.replace('7.3', '4.0'), modern);
    expect(old.screens[0]!.node).toBe(modern.screens[0]!.node);
    expect([image(modern), image(old), image(modern)]).toEqual(['aGVsbG8=', undefined, 'aGVsbG8=']);
  });

  it('give init values as they are written now', () => {
    const text = (value: string): string => flowText([lastScreen([{ ...name, 'init-value': value }])]);
    const flow = parseFlow(text('two'));
    const carried = carryOver(flow, new Run(text('one')).state).state;
    expect(carried.screens['LAST']!.values).toEqual({ name: 'two' });
    const typed = step(parseFlow(text('one')), carried, { is: 'typed', name: 'name', text: 'x' }).state;
    expect(carryOver(flow, typed).state.screens['LAST']!.values).toEqual({ name: 'x' });
  });
});

describe('components', () => {
  it('of every type are drawn in the flows of the project', () => {
    const drawn = new Set<string>();
    for (const { text } of samples) {
      const flow = parseFlow(text);
      for (const { id } of flow.screens) {
        const run = new Run(text, { screen: id! });
        for (const one of run.all) if (one.is === 'component' || one.is === 'group') drawn.add(one.type);
      }
    }
    expect(
      componentsFor('7.3')
        .map(({ type }) => type)
        .filter((type) => !drawn.has(type)),
    ).toEqual([]);
  });

  it('of lists tell at which most they stand', () => {
    const run = running([
      { type: 'PhotoPicker', name: 'x', label: 'x', 'max-uploaded-photos': 3 },
      {
        type: 'ChipsSelector',
        name: 'y',
        label: 'y',
        'data-source': options('a', 'b'),
        'max-selected-items': 2,
      },
    ]);
    expect([run.find('x').input, run.find('y').input]).toMatchObject([
      { least: 0, most: 3 },
      { least: null, most: 2 },
    ]);
  });
});
