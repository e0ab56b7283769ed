import { flowText, footer, lastScreen, navigate, oneScreen, screen, type Json } from '../support';

/** Two screens: the first one hands these values to the second, which declares the same. */
function two(first: readonly Json[], more: Json = {}, top: Json = {}): string {
  return flowText([screen([...first, footer(navigate('LAST'))], more), lastScreen()], top);
}

const options = ['red', 'blue'].map((id) => ({ id, title: id }));
const select = { name: 'update_data', payload: {} };
const row = (id: string, more: Json = {}): Json => ({ id, 'main-content': { title: id }, ...more });
const list = (rows: readonly Json[], more: Json = {}): Json => ({
  type: 'NavigationList',
  name: 'list',
  'list-items': rows,
  'on-click-action': navigate('LAST'),
  ...more,
});
const listScreen = (component: Json): string =>
  flowText([screen([component]), lastScreen()], { routing_model: { FIRST: ['LAST'], LAST: [] } });
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const data = (entries: Json): Json => ({ data: entries });
const text = { type: 'string', __example__: 'x' };
const calendar = (more: Json): Json => ({ type: 'CalendarPicker', name: 'days', label: 'Days', ...more });
const ends = { 'start-date': 'From', 'end-date': 'To' };

/** Mistakes that the mutants of the documented rows do not show, with the fix that must be offered: `rule kind`. */
export const cases: Readonly<Record<string, string>> = {
  'empty-text begin-flow': ' ',
  'json-syntax remove-comma': flowText([lastScreen()]).replace(
    '"version": "7.3",',
    '"version": "7.3", "x": [1,],',
  ),
  'json-syntax remove-comment': flowText([lastScreen()]).replace('{', '{ // a flow'),
  'json-syntax add-comma': flowText([lastScreen()]).replace('"7.3",', '"7.3"'),
  'duplicate-key remove-duplicate': flowText([lastScreen()]).replace('{', '{ "version": "7.2",'),
  'internal-meta remove-property': flowText([lastScreen()], { meta: {} }),
  'unknown-property rename-property': oneScreen([{ type: 'TextBody', text: 'x', visable: true }]),
  'property-inside-form move-to-form': oneScreen([
    { type: 'Form', name: 'f', children: [{ type: 'TextInput', name: 'a', label: 'A', 'init-value': 'x' }] },
  ]),
  'unknown-component use-component-type': oneScreen([{ type: 'TextBodi', text: 'x' }]),
  'unknown-action use-suggestion': two([
    { type: 'EmbeddedLink', text: 'x', 'on-click-action': { ...navigate('LAST'), name: 'navigat' } },
  ]),
  'missing-property add-property': oneScreen([{ text: 'x' }]),
  'wrong-type wrap-in-list': oneScreen([{ type: 'TextInput', name: 'a', label: 'A' }], { sensitive: 'a' }),
  'text-pattern mend-colour': oneScreen([
    { type: 'Dropdown', name: 'a', label: 'A', 'data-source': [{ id: '1', title: '1', color: '0af' }] },
  ]),
  'value-format add-https': two([
    { type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'open_url', url: 'example.com' } },
  ]),
  'too-many remove-surplus': listScreen(list([row('a', { tags: ['1', '2', '3', '4'] })])),
  'name-is-reference write-name': oneScreen([{ type: 'TextInput', name: '${form.a}', label: 'A' }]),
  'component-needs-version upgrade-version': oneScreen([calendar({})], {}, { version: '6.0' }),
  'component-misplaced upgrade-version': oneScreen(
    [
      {
        type: 'If',
        condition: '${data.a}',
        then: [{ type: 'ChipsSelector', name: 'c', label: 'C', 'data-source': options }],
      },
    ],
    data({ a: { type: 'boolean', __example__: true } }),
    { version: '7.0' },
  ),
  'action-needs-version upgrade-version': two(
    [
      {
        type: 'EmbeddedLink',
        text: 'x',
        'on-click-action': { name: 'open_url', url: 'https://example.com' },
      },
    ],
    {},
    { version: '5.1' },
  ),
  'form-entry-unknown-name use-input-name': oneScreen([
    {
      type: 'Form',
      name: 'f',
      'init-values': { colr: 'x' },
      children: [{ type: 'TextInput', name: 'color', label: 'A' }],
    },
  ]),
  'sensitive-unknown-name use-input-name': oneScreen([{ type: 'TextInput', name: 'secret', label: 'A' }], {
    sensitive: ['secrets'],
  }),
  'empty-branch remove-branch': oneScreen(
    [{ type: 'If', condition: '${data.a}', then: [{ type: 'TextBody', text: 'x' }], else: [] }],
    data({ a: { type: 'boolean', __example__: true } }),
  ),
  'empty-branch add-case': oneScreen([{ type: 'Switch', value: '${data.a}', cases: {} }], data({ a: text })),
  'navigation-list-on-terminal-screen remove-terminal': flowText(
    [screen([list([row('a')])], { terminal: true }), lastScreen()],
    { routing_model: { FIRST: ['LAST'], LAST: [] } },
  ),
  'dropdown-few-options use-component-type': oneScreen([
    { type: 'Dropdown', name: 'a', label: 'A', 'data-source': options },
  ]),
  'markdown-off turn-markdown-on': oneScreen([{ type: 'TextBody', text: 'This is **bold**' }]),
  'markdown-list-in-caption use-component-type': oneScreen([
    { type: 'TextCaption', markdown: true, text: ['- a', '- b'] },
  ]),
  'min-above-default-max add-limit': oneScreen([
    { type: 'TextInput', name: 'a', label: 'A', 'min-chars': 100 },
  ]),
  'reference-in-text write-expression': oneScreen(
    [{ type: 'TextBody', text: 'Hello ${data.a}!' }],
    data({ a: text }),
  ),
  'reference-in-text close-reference': oneScreen([{ type: 'TextBody', text: '${data.a' }], data({ a: text })),
  'payload-reference-in-text write-expression': flowText([
    screen([{ type: 'TextInput', name: 'a', label: 'A' }], {
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'a', label: 'A' },
          footer({ name: 'complete', payload: { a: 'It is ${form.a}' } }),
        ],
      },
    }),
  ]),
  'reference-unknown refer-to-other-screen': flowText([
    screen([footer(navigate('LAST'))], data({ welcome: text })),
    lastScreen([{ type: 'TextBody', text: '${data.welcome}' }]),
  ]),
  'reference-badly-formed mend-reference': oneScreen([{ type: 'TextBody', text: '${a}' }], data({ a: text })),
  'reference-too-new upgrade-version': oneScreen(
    [{ type: 'TextBody', text: '`${data.a}`' }],
    data({ a: text }),
    {
      version: '5.1',
    },
  ),
  'data-key-not-referenceable make-referenceable': oneScreen(
    [{ type: 'TextBody', text: 'x' }],
    data({ 'a b': text }),
  ),
  'reference-hyphen-in-expression make-referenceable': oneScreen(
    [{ type: 'TextBody', text: "`'x' ${data.a-b}`" }],
    data({ 'a-b': text }),
  ),
  'switch-case-unreachable use-option-id': oneScreen([
    { type: 'RadioButtonsGroup', name: 'a', label: 'A', 'data-source': options },
    { type: 'Switch', value: '${form.a}', cases: { redd: [{ type: 'TextBody', text: 'x' }] } },
  ]),
  'condition-syntax mend-expression': oneScreen(
    [{ type: 'If', condition: '${data.a} == abc', then: [{ type: 'TextBody', text: 'x' }] }],
    data({ a: text }),
  ),
  'navigate-unknown-key rename-payload-key': flowText([
    screen([footer(navigate('LAST', { nme: 'x' }))]),
    lastScreen([{ type: 'TextBody', text: '${data.name}' }], data({ name: text })),
  ]),
  'navigate-value-type write-example': flowText([
    screen([footer(navigate('LAST', { name: ['x'] }))]),
    lastScreen([{ type: 'TextBody', text: '${data.name}' }], data({ name: text })),
  ]),
  'update-data-unknown-key declare-data': oneScreen([
    {
      type: 'OptIn',
      name: 'a',
      label: 'A',
      'on-select-action': { name: 'update_data', payload: { shown: true } },
    },
  ]),
  'update-data-self remove-payload-key': oneScreen(
    [
      {
        type: 'OptIn',
        name: 'a',
        label: 'A',
        'on-select-action': { name: 'update_data', payload: { b: '${data.b}' } },
      },
    ],
    data({ b: text }),
  ),
  'picker-in-navigate remove-payload-key': flowText([
    screen([{ type: 'PhotoPicker', name: 'p', label: 'P' }, footer(navigate('LAST', { p: '${form.p}' }))]),
    lastScreen(),
  ]),
  'payload-reserved-key rename-payload-key': flowText([
    screen([footer({ name: 'complete', payload: { flow_token: 'x' } })], { terminal: true }),
  ]),
  'select-actions-exclusive remove-action-of-list': oneScreen([
    {
      type: 'RadioButtonsGroup',
      name: 'a',
      label: 'A',
      'on-select-action': select,
      'data-source': [{ id: '1', title: '1', 'on-select-action': select }],
    },
  ]),
  'navigation-action-twice remove-action-of-entries': listScreen(
    list([row('a', { 'on-click-action': navigate('LAST') })]),
  ),
  'navigation-action-missing add-property': listScreen(list([row('a')], { 'on-click-action': undefined })),
  'open-url-https use-https': two([
    { type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'open_url', url: 'http://example.com' } },
  ]),
  'navigate-next-type use-suggestion': two([
    {
      type: 'EmbeddedLink',
      text: 'x',
      'on-click-action': { name: 'navigate', next: { type: 'plugin', name: 'LAST' }, payload: {} },
    },
  ]),
  'navigate-target-unknown use-screen-id': flowText([screen([footer(navigate('LASTT'))]), lastScreen()]),
  'routing-model-unknown-target use-screen-id': flowText([screen([footer(navigate('LAST'))]), lastScreen()], {
    routing_model: { FIRST: ['LASTT'], LAST: [] },
  }),
  'routing-model-unknown-screen use-screen-id': flowText([screen([footer(navigate('LAST'))]), lastScreen()], {
    routing_model: { FIRSTT: ['LAST'], LAST: [] },
  }),
  'navigate-on-terminal-screen complete-instead': flowText([
    screen([{ type: 'TextInput', name: 'a', label: 'A' }, footer(navigate('LAST'))], { terminal: true }),
    screen(
      [
        { type: 'TextBody', text: 'x' },
        { type: 'EmbeddedLink', text: 'x', 'on-click-action': navigate('FIRST') },
      ],
      {
        id: 'LAST',
      },
    ),
  ]),
  'data-type-unknown write-type': oneScreen([], data({ a: { type: 'str', __example__: 'x' } })),
  'data-example-missing add-example': oneScreen([], data({ a: { type: 'number' } })),
  'data-entry-object write-entry': oneScreen([], data({ a: 'hello' })),
  'date-bounds swap-limits': oneScreen([
    { type: 'DatePicker', name: 'a', label: 'A', 'min-date': '2030-01-01', 'max-date': '2029-01-01' },
  ]),
  'date-format convert-date': oneScreen([
    { type: 'DatePicker', name: 'a', label: 'A', 'min-date': '1700000000000' },
  ]),
  'date-within-bounds remove-date': oneScreen([
    {
      type: 'DatePicker',
      name: 'a',
      label: 'A',
      'min-date': '2030-01-01',
      'unavailable-dates': ['2029-01-01'],
    },
  ]),
  'calendar-days swap-limits': oneScreen([
    calendar({ mode: 'range', label: ends, 'min-days': 5, 'max-days': 2 }),
  ]),
  'calendar-range-reversed swap-limits': oneScreen([
    calendar({
      mode: 'range',
      label: ends,
      'init-value': { 'start-date': '2030-01-02', 'end-date': '2030-01-01' },
    }),
  ]),
  'calendar-mode-type use-both-ends': oneScreen([calendar({ mode: 'range' })]),
  'calendar-mode-type use-one-value': oneScreen([calendar({ label: ends })]),
  'calendar-range-ends add-range-end': oneScreen([
    calendar({ mode: 'range', label: { 'start-date': 'From' } }),
  ]),
  'calendar-range-only remove-property': oneScreen([calendar({ 'min-days': 2 })]),
  'calendar-form-value use-both-ends': oneScreen([
    {
      type: 'Form',
      name: 'f',
      'init-values': { days: '2030-01-01' },
      children: [calendar({ mode: 'range', label: ends })],
    },
  ]),
  'option-image-and-colour remove-colours': oneScreen([
    {
      type: 'RadioButtonsGroup',
      name: 'a',
      label: 'A',
      'data-source': [
        { id: '1', title: '1', image: pixel },
        { id: '2', title: '2', color: '#112233' },
      ],
    },
  ]),
  'entry-ids make-id-unique': oneScreen([
    { type: 'RadioButtonsGroup', name: 'a', label: 'A', 'data-source': [options[0]!, options[0]!] },
  ]),
  'image-data-prefix drop-data-prefix': oneScreen([{ type: 'Image', src: `data:image/png;base64,${pixel}` }]),
  'pattern-input-type remove-property': oneScreen([
    { type: 'TextInput', name: 'a', label: 'A', 'input-type': 'email', pattern: '.*', 'helper-text': 'x' },
  ]),
  'pattern-slashes drop-slashes': oneScreen([
    { type: 'TextInput', name: 'a', label: 'A', pattern: '/a+/', 'helper-text': 'x' },
  ]),
  'required-but-unusable turn-on': oneScreen([
    { type: 'TextInput', name: 'a', label: 'A', required: true, visible: false },
  ]),
  'init-value-option remove-initial-value': oneScreen([
    { type: 'RadioButtonsGroup', name: 'a', label: 'A', 'data-source': options, 'init-value': 'green' },
  ]),
  'footer-emoji remove-emoji': flowText([
    screen([footer({ name: 'complete', payload: {} }, { label: '🎉 Done' })], { terminal: true }),
  ]),
  'navigation-end-on-some remove-from-all': listScreen(list([row('a', { end: { title: 'x' } }), row('b')])),
  'navigation-end-with-badge remove-property': listScreen(
    list([row('a', { end: { title: 'x' }, badge: 'New' })]),
  ),
  'navigation-one-badge keep-one-badge': listScreen(
    list([row('a', { badge: 'x' }), row('b', { badge: 'y' })]),
  ),
  'navigation-large-end use-suggestion': listScreen(
    list([row('a', { end: { title: 'x' } })], { 'media-size': 'large' }),
  ),
};
