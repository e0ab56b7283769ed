import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import type { EndpointFailure, Json } from '../../../../src/player/player';
import { flowText, footer, lastScreen, navigate, screen, type Json as Value } from '../../flowjson/support';
import { model, options, Run, running } from '../run';

const update = (payload: object): object => ({ name: 'update_data', payload });
const price = { data: model({ price: 'none', mirror: 'none' }) };
const body = { type: 'TextBody', text: '${data.price}' };
const shownPrice = (run: Run): unknown => run.find('TextBody').properties['text'];

/** A screen that asks an endpoint, which may lead to LAST. */
const asking = (children: readonly object[], more: object = {}, top: object = {}): Run =>
  new Run(
    flowText(
      [
        screen([...children, footer({ name: 'data_exchange', payload: { pet: '${form.pet}' } })] as Value[], {
          ...more,
        }),
        lastScreen([], { data: model({ who: 'x' }) }),
        screen([footer(navigate('LAST'))], { id: 'ASIDE' }),
      ],
      { data_api_version: '3.0', routing_model: { FIRST: ['LAST'], LAST: [], ASIDE: ['LAST'] }, ...top },
    ),
    { screen: 'FIRST' },
  );

describe('complete', () => {
  it('delivers the response as the webhook does, with the flow token', () => {
    const run = running(
      [{ type: 'TextInput', name: 'name', label: 'Name' }],
      {},
      { name: '${form.name}', fixed: 1 },
    );
    run.typed('name', 'Ada').next();
    const { response, message, success } = run.effect('completed');
    expect(response).toEqual({ flow_token: 'unused', name: 'Ada', fixed: 1 });
    expect(message).toMatchObject({
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', response_json: JSON.stringify(response) },
      },
    });
    expect(success).toBe(true);
    expect(run.state.phase).toMatchObject({ is: 'completed', response });
    expect(run.next().told).toEqual(['refused: The flow has ended; start it again.']);
  });

  it('tells where the flow did not succeed', () => {
    expect(running([], { success: false }).next().effect('completed').success).toBe(false);
  });

  it('works on terminal screens only', () => {
    const run = running([], { terminal: false });
    expect(run.next().told).toEqual(['refused: A flow can end only on a screen with "terminal": true.']);
  });

  it('gives inputs that are empty the empty value of their kind', () => {
    const inputs = [
      { type: 'TextArea', name: 'text', label: 'x' },
      { type: 'TextInput', name: 'number', label: 'x', 'input-type': 'number' },
      { type: 'CheckboxGroup', name: 'list', label: 'x', 'data-source': options('a') },
      { type: 'OptIn', name: 'box', label: 'x' },
      { type: 'DatePicker', name: 'day', label: 'x' },
      { type: 'PhotoPicker', name: 'photos', label: 'x', 'max-uploaded-photos': 1 },
    ];
    const payload = Object.fromEntries(inputs.map(({ name }) => [name, `\${form.${name}}`]));
    expect(running(inputs, {}, payload).next().effect('completed').response).toEqual({
      flow_token: 'unused',
      text: '',
      list: [],
      box: false,
      day: '',
      photos: [],
    });
  });

  it('masks what is sensitive in the summary', () => {
    const inputs = [
      { type: 'TextInput', name: 'open', label: 'Open' },
      { type: 'TextInput', name: 'secret', label: 'Secret' },
      { type: 'TextInput', name: 'word', label: 'Word', 'input-type': 'password' },
      { type: 'OptIn', name: 'terms', label: 'Terms' },
      { type: 'Dropdown', name: 'pet', label: 'Pet', 'data-source': options('cat') },
      { type: 'PhotoPicker', name: 'photos', label: 'Photos' },
    ];
    const run = running(inputs, { sensitive: ['secret', 'terms', 'photos'] });
    for (const name of ['open', 'secret', 'word']) run.typed(name, 'text');
    run.chosen('terms').chosen('pet', 'cat');
    run.do({
      is: 'attached',
      name: 'photos',
      files: [{ file_name: 'a.jpg', mime_type: 'image/jpeg', kilobytes: 1 }],
    });
    expect(
      run
        .next()
        .effect('completed')
        .summary.map(({ label, text }) => `${label}: ${text}`),
    ).toEqual(['Open: text', 'Secret: ••••', 'Terms: ✓', 'Pet: CAT']);
  });
});

describe('data_exchange', () => {
  const pet = { type: 'Dropdown', name: 'pet', label: 'Pet', 'data-source': options('cat', 'dog') };

  it('asks as the endpoint reads it, and waits', () => {
    const run = asking([pet]).chosen('pet', 'cat').next();
    expect(run.effects).toEqual([
      {
        is: 'dataExchangeRequested',
        request: {
          version: '3.0',
          action: 'data_exchange',
          screen: 'FIRST',
          data: { pet: 'cat' },
          flow_token: 'unused',
        },
      },
    ]);
    expect(run.projection.busy).toBe(true);
    expect(run.next().told).toEqual(['refused: The endpoint has been asked and has not answered yet.']);
    expect(run.answered('LAST', { who: 'Ada' }).way).toBe('FIRST LAST');
    expect(run.shown.data).toEqual({ who: 'Ada' });
  });

  it('comes back to the same screen with an error message, and what was typed', () => {
    const run = asking([
      { ...pet, required: true },
      { type: 'TextInput', name: 'mail', label: 'M', 'input-type': 'email' },
    ]);
    run.chosen('pet', 'dog').next();
    run.answered('FIRST', { error_message: 'No dogs' });
    expect([run.way, run.snackbar, run.value('pet')]).toEqual(['FIRST', 'No dogs', 'dog']);
    expect(run.shown.data).toEqual({});
    expect(run.do({ is: 'dismissed' }).snackbar).toBeNull();
    // After an answer what is wrong shows at once.
    expect(run.typed('mail', 'x').find('mail').input?.showsProblems).toBe(true);
  });

  it('ends the flow with a final answer', () => {
    const run = asking([]).next();
    run.answered('SUCCESS', { extension_message_response: { params: { flow_token: 't', ticket: 7 } } });
    expect(run.effect('completed').response).toEqual({ flow_token: 't', ticket: 7 });
  });

  it('ends with an error where routing does not allow the screen, or it is not there', () => {
    for (const target of ['ASIDE', 'GONE']) {
      const run = asking([]).next().answered(target);
      expect(run.state.phase.is).toBe('stopped');
      expect(run.told).toMatchObject([expect.stringMatching(/^stopped: /), 'errorNotified']);
      expect(run.effect('errorNotified').request).toMatchObject({
        action: 'data_exchange',
        screen: 'FIRST',
        data: { error: 'invalid-screen-transition', error_message: expect.stringContaining(target) },
        flow_token: 'unused',
      });
    }
  });

  it('tells what of an answer does not fit the data model, and goes on', () => {
    const run = asking([], { data: model({ hint: 'x' }) }).next();
    run.answered('LAST', { who: 5, more: true });
    expect(run.way).toBe('FIRST LAST');
    const told = run.effects.flatMap((one) => (one.is === 'gap' ? [[one.where, english(one.reason)]] : []));
    expect(told).toEqual([
      ['endpoint', 'The answer does not fit the data model of screen LAST; WhatsApp may refuse it.'],
      ['endpoint', 'who must be of type string; this is of type number.'],
      ['endpoint', 'more is not in the data model of the screen.'],
    ]);
    // What the screen in front is not given stays as it is.
    const same = asking([], { data: model({ hint: 'x', other: 'y' }) });
    expect(same.next().answered('FIRST', { hint: 'New', error_message: 'No' }).told).toEqual([]);
    expect(same.next().answered('LAST').told).toEqual(['navigated', 'gap', 'gap']);
  });

  it('takes no answer that is none', () => {
    const answers: readonly Json[] = [
      null,
      'x',
      [],
      {},
      { screen: 1 },
      { screen: 'LAST', data: [] },
      { screen: 'SUCCESS', data: {} },
    ];
    for (const answer of answers) {
      const run = asking([]).next().do({ is: 'answered', answer });
      expect([run.way, run.snackbar]).toEqual([
        'FIRST',
        'The answer of the endpoint does not have the documented form.',
      ]);
      expect(run.effect('errorNotified').request.data).toEqual({
        error: 'payload-schema-error',
        error_message: 'The answer of the endpoint does not have the documented form.',
      });
    }
    expect(asking([]).answered('LAST').told).toEqual(['refused: Nobody has asked the endpoint.']);
  });

  it('stays where it is when the endpoint fails; 427 ends the flow', () => {
    const run = asking([])
      .next()
      .do({ is: 'failed', failure: { error: 'timeout_error' } });
    expect([run.state.phase.is, run.snackbar]).toEqual(['showing', 'The endpoint did not answer in time.']);
    run.next().do({ is: 'failed', failure: { error: 'unexpected_http_status_code', status: 421 } });
    expect(run.snackbar).toBe('The endpoint could not decrypt the request (HTTP 421).');
    run.next().do({
      is: 'failed',
      failure: { error: 'unexpected_http_status_code', status: 427, message: 'Order it again' },
    });
    expect(run.told).toEqual(['stopped: The endpoint says: Order it again']);
  });

  it('notifies the endpoint of an answer that cannot be read, not of one that did not come', () => {
    const told = (error: EndpointFailure['error']): readonly string[] =>
      asking([]).next().do({ is: 'failed', failure: { error } }).told;
    expect(told('response-decryption-error')).toContain('errorNotified');
    expect(told('no_http_response_error')).not.toContain('errorNotified');
  });

  it('needs an endpoint', () => {
    const run = asking([pet], {}, { data_api_version: undefined });
    expect(run.next().told).toEqual([
      'refused: This asks an endpoint, and the flow has none: data_api_version is missing.',
    ]);
  });
});

describe('update_data', () => {
  it('merges its payload into the data of the screen at once', () => {
    const run = running(
      [body, { type: 'OptIn', name: 'box', label: 'x', 'on-select-action': update({ price: 'high' }) }],
      price,
    );
    run.chosen('box');
    expect(run.effects).toEqual([{ is: 'dataUpdated', screen: 'ONLY', data: { price: 'high' } }]);
    expect([shownPrice(run), run.shown.data['mirror']]).toEqual(['high', 'none']);
  });

  it('sees the value just chosen', () => {
    const pets = {
      type: 'RadioButtonsGroup',
      name: 'pet',
      label: 'Pet',
      'data-source': options('cat', 'dog'),
      'on-select-action': update({ price: '${form.pet}' }),
    };
    const run = running([body, pets], price);
    expect(shownPrice(run.chosen('pet', 'cat'))).toBe('cat');
    expect(shownPrice(run.chosen('pet', 'dog'))).toBe('dog');
  });

  it('of an option runs when that one is chosen; another choice takes it back first', () => {
    const option = (id: string): object => ({
      id,
      title: id,
      'on-select-action': update({ price: id }),
      'on-unselect-action': update({ mirror: `not ${id}` }),
    });
    const pets = {
      type: 'Dropdown',
      name: 'pet',
      label: 'Pet',
      'data-source': [option('cat'), option('dog')],
    };
    const run = running([body, pets], price).chosen('pet', 'cat').chosen('pet', 'dog');
    expect(run.shown.data).toEqual({ price: 'dog', mirror: 'not cat' });
  });

  it('of an option stands in for that of the component', () => {
    const list = [{ id: 'a', title: 'A', 'on-select-action': update({ price: 'option' }) }, ...options('b')];
    const boxes = {
      type: 'CheckboxGroup',
      name: 'boxes',
      label: 'x',
      'data-source': list,
      'on-select-action': update({ price: 'component' }),
    };
    const run = running([body, boxes], price).chosen('boxes', 'a');
    expect([shownPrice(run), run.told]).toEqual(['option', ['dataUpdated']]);
    expect(shownPrice(run.chosen('boxes', 'b'))).toBe('component');
  });

  it('of an option may come with the data', () => {
    const list = [
      { id: 'a', title: 'A', 'on-select-action': { name: 'update_data', payload: { price: 'from data' } } },
    ];
    const boxes = { type: 'ChipsSelector', name: 'chips', label: 'x', 'data-source': '${data.list}' };
    const run = running([body, boxes], { data: model({ price: 'none', list }) }).chosen('chips', 'a');
    expect(shownPrice(run)).toBe('from data');
  });

  it('is unknown before 6.0', () => {
    const box = {
      type: 'CheckboxGroup',
      name: 'box',
      label: 'x',
      'data-source': options('a'),
      'on-select-action': update({ price: '1' }),
    };
    const run = running([body, box], price, {}, { version: '5.1' }).chosen('box', 'a');
    expect(run.told).toEqual(['refused: update_data does nothing here in version 5.1.']);
  });
});

describe('select actions', () => {
  const boxes = (more: object): object => ({
    type: 'CheckboxGroup',
    name: 'boxes',
    label: 'x',
    'data-source': options('a', 'b'),
    'on-select-action': update({ price: '${form.boxes}', mirror: 'selected' }),
    ...more,
  });

  it('run when something is unchosen too, unless there is an action for that', () => {
    const run = running([boxes({})], price)
      .chosen('boxes', 'a')
      .unchosen('boxes', 'a');
    expect(run.effects).toEqual([
      { is: 'dataUpdated', screen: 'ONLY', data: { price: [], mirror: 'selected' } },
    ]);
    const other = running([boxes({ 'on-unselect-action': update({ mirror: 'gone' }) })], price);
    other.chosen('boxes', 'a').unchosen('boxes', 'a');
    expect(other.shown.data['mirror']).toBe('gone');
  });

  it('run on a change of the person only, not on choosing the same again', () => {
    expect(running([boxes({ 'init-value': ['a'] })], price).told).toEqual(['navigated']);
    expect(
      running([boxes({})], price)
        .chosen('boxes', 'a')
        .chosen('boxes', 'a').told,
    ).toEqual([]);
  });

  it.each([
    ['5.1', ['navigated']],
    ['6.0', ['navigated', 'dataUpdated']],
    ['6.3', ['navigated', 'dataUpdated']],
    ['7.0', ['navigated']],
  ])('in %s, when a screen shows with a value: %j', (version, told) => {
    expect(running([boxes({ 'init-value': ['a'] })], price, {}, { version }).told).toEqual(told);
    expect(running([boxes({})], price, {}, { version }).told).toEqual(['navigated']);
  });

  it('in 6.0 run on every coming to the front, also by navigate and back', () => {
    const box = boxes({ 'init-value': ['a'] });
    const text = flowText(
      [
        screen([box, footer(navigate('LAST', { price: 'x', mirror: 'y' }))] as Value[], price),
        lastScreen([box] as Value[], price),
      ],
      { version: '6.0' },
    );
    const run = new Run(text);
    expect(run.next().told).toEqual(['navigated', 'dataUpdated']);
    expect(run.shown.data).toEqual({ price: ['a'], mirror: 'selected' });
    expect(run.back().told).toEqual(['navigated', 'dataUpdated']);
  });

  it('in 6.0 ask the endpoint once on showing, and not again on its answer', () => {
    const pet = {
      type: 'Dropdown',
      name: 'pet',
      label: 'Pet',
      'data-source': options('cat'),
      'init-value': 'cat',
      'on-select-action': { name: 'data_exchange', payload: { pet: '${form.pet}' } },
    };
    const run = asking([pet, { ...pet, name: 'second' }], {}, { version: '6.0' });
    expect(run.told).toEqual(['navigated', 'dataExchangeRequested']);
    expect(run.answered('FIRST', {}).told).toEqual([]);
    expect(run.state.phase.is).toBe('showing');
  });

  it('of dates ask the endpoint once the day, or the whole range, is there', () => {
    const ask = { name: 'data_exchange', payload: { day: '${form.day}' } };
    const day = {
      type: 'DatePicker',
      name: 'day',
      label: 'x',
      'min-date': '2026-01-01',
      'on-select-action': ask,
    };
    const run = asking([day]);
    expect(run.do({ is: 'dated', name: 'day', value: '2025-12-31' }).told).toEqual([]);
    run.do({ is: 'dated', name: 'day', value: '2026-01-01' });
    expect(run.effect('dataExchangeRequested').request.data).toEqual({ day: '2026-01-01' });
    const range = {
      type: 'CalendarPicker',
      name: 'day',
      mode: 'range',
      label: { 'start-date': 'a', 'end-date': 'b' },
      'on-select-action': ask,
    };
    const other = asking([range]).do({ is: 'dated', name: 'day', value: { 'start-date': '2026-01-01' } });
    expect(other.told).toEqual([]);
    const value = { 'start-date': '2026-01-01', 'end-date': '2026-01-03' };
    other.do({ is: 'dated', name: 'day', value });
    expect(other.effect('dataExchangeRequested').request.data).toEqual({ day: value });
  });
});

describe('open_url', () => {
  const link = (url: string): object => ({
    type: 'EmbeddedLink',
    text: 'x',
    'on-click-action': { name: 'open_url', url },
  });

  it('opens https addresses only, also bound ones', () => {
    expect(running([link('https://example.com/a')]).tapped('0').effects).toEqual([
      { is: 'urlOpened', url: 'https://example.com/a' },
    ]);
    const bound = running([link('${data.url}')], { data: model({ url: 'https://example.com/b' }) });
    expect(bound.tapped('0').effect('urlOpened').url).toBe('https://example.com/b');
    for (const url of ['http://example.com', 'javascript:alert(1)', 'https:// x', '${data.none}', '']) {
      expect(running([link(url)]).tapped('0').told).toEqual([
        'refused: WhatsApp opens addresses that begin with https:// only.',
      ]);
    }
  });

  it('is unknown before 6.0', () => {
    const run = running([link('https://example.com')], {}, {}, { version: '5.1' }).tapped('0');
    expect(run.told).toEqual(['refused: open_url does nothing here in version 5.1.']);
  });
});

describe('on-click actions', () => {
  it('of a link and of an OptIn work whatever the inputs hold', () => {
    const input = { type: 'TextInput', name: 'name', label: 'x', required: true };
    const children = [
      input,
      { type: 'EmbeddedLink', text: 'x', 'on-click-action': navigate('LAST', { who: 'link' }) },
      { type: 'OptIn', name: 'terms', label: 'x', 'on-click-action': navigate('LAST', { who: 'terms' }) },
      { type: 'OptIn', name: 'plain', label: 'x' },
    ];
    for (const [key, who] of [
      ['1', 'link'],
      ['2', 'terms'],
    ] as const) {
      expect(asking(children).tapped(key).shown.data).toEqual({ who });
    }
    const run = asking(children);
    expect(run.tapped('3').told).toEqual(['refused: Nothing happens here on a tap.']);
    expect(run.tapped('9').told).toEqual(['refused: There is nothing to tap here.']);
    expect(run.next().told).toEqual(['refused: This is required.']);
  });

  it('of a NavigationList are those of the row, or of the list; the row is its value', () => {
    const row = (id: string, more: object = {}): object => ({ id, 'main-content': { title: id }, ...more });
    const text = (list: object): string =>
      flowText([
        screen([{ type: 'NavigationList', name: 'rows', ...list }]),
        lastScreen([], { data: model({ who: 'x' }) }),
      ]);
    const toLast = { 'on-click-action': navigate('LAST', { who: '${form.rows}' }) };
    const byRow = new Run(
      text({ 'list-items': [row('a', toLast), row('b', { ...toLast, enabled: false })] }),
    );
    expect(byRow.tapped('0', 'b').told).toEqual(['refused: This row cannot be tapped.']);
    expect(byRow.tapped('0', 'a').shown.data).toEqual({ who: 'a' });
    const byList = new Run(text({ 'list-items': [row('a'), row('b')], ...toLast }));
    expect(byList.tapped('0', 'b').shown.data).toEqual({ who: 'b' });
    expect(byList.do({ is: 'restarted', keepData: false }).tapped('0').told).toEqual([
      'refused: This row cannot be tapped.',
    ]);
  });

  it('that may not stand there do nothing', () => {
    const run = running([{ type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'complete' } }]);
    expect(run.tapped('0').told).toEqual(['refused: complete does nothing here in version 7.3.']);
    const named = running([{ type: 'EmbeddedLink', text: 'x', 'on-click-action': {} }]);
    expect(named.tapped('0').told).toEqual(['refused: This action has no name yet.']);
  });
});

describe('restarting', () => {
  const input = { type: 'TextInput', name: 'name', label: 'x' };

  it('forgets what was typed, and the data unless it is to be kept', () => {
    const run = running([input], { data: model({ a: 'example' }) });
    run.typed('name', 'Ada').do({ is: 'supplied', screen: 'ONLY', data: { a: 'given' } });
    run.do({ is: 'restarted', keepData: true });
    expect([run.value('name'), run.shown.data]).toEqual([null, { a: 'given' }]);
    run.do({ is: 'restarted', keepData: false });
    expect(run.shown.data).toEqual({ a: 'example' });
  });

  it('works from anywhere', () => {
    const run = running([]).next();
    expect(run.do({ is: 'restarted', keepData: false }).told).toEqual(['navigated']);
    expect(run.state.phase.is).toBe('showing');
  });
});
