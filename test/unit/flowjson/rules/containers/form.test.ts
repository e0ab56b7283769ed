import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { flowText, footer, found, foundBy, navigate, screen, sentences, type Json } from '../../support';

const input = (name: string, more: Json = {}): Json => ({ type: 'TextInput', name, label: 'Label', ...more });
const form = (children: Json[], more: Json = {}): Json => ({ type: 'Form', name: 'form', children, ...more });
const either = (then: Json[], otherwise: Json[]): Json => ({
  type: 'If',
  condition: '${data.yes}',
  then,
  else: otherwise,
});
const plain = (children: Json[], version = '7.3', more: Json = {}): string =>
  flowText([screen(children, more)], { version });
const relatedOf = (rule: string, text: string): string[] =>
  diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.rule === rule)
    .flatMap(({ related }) => related.map(({ path }) => path));
const at = (index: number): string => `screens[0].layout.children[${index}]`;

describe('names of components', () => {
  const rule = 'component-name-duplicate';
  const code = 'DUPLICATE_FORM_COMPONENT_NAMES';

  it('are unique on their screen', () => {
    const text = plain([form([input('a'), input('b'), input('a')])]);
    expect(foundBy(rule, text)).toEqual([`${code} ${at(0)}.children[2].name`]);
    expect(relatedOf(rule, text)).toEqual([`${at(0)}.children[0].name`]);
    expect(foundBy(rule, plain([input('a'), input('b')]))).toEqual([]);
  });

  it('are unique over branches that exclude each other', () => {
    expect(foundBy(rule, plain([either([input('a')], [input('a')])]))).toEqual([
      `${code} ${at(0)}.else[0].name`,
    ]);
  });

  it('may be that of the Form, of another screen, or of what has no name', () => {
    expect(foundBy(rule, plain([form([input('form')])]))).toEqual([]);
    expect(foundBy(rule, flowText([screen([input('a')]), screen([input('a')], { id: 'OTHER' })]))).toEqual(
      [],
    );
    const heading = { type: 'TextHeading', text: 'x', name: 'a' };
    expect(foundBy(rule, plain([heading, heading]))).toEqual([]);
  });
});

describe('inputs on a screen with a Form', () => {
  const rule = 'input-outside-form';
  const outside = (component: Json, version?: string): string[] =>
    found(plain([form([]), component], version), (diagnosis) => diagnosis.rule === rule);

  it('which is none where no Form may stand', () => {
    const branch = { type: 'If', condition: '${data.x}', then: [form([])] };
    expect(foundBy(rule, plain([branch, input('a')]))).toEqual([]);
  });

  it.each([
    'TextInput',
    'TextArea',
    'CheckboxGroup',
    'RadioButtonsGroup',
    'Dropdown',
    'DatePicker',
    'OptIn',
    'PhotoPicker',
    'DocumentPicker',
  ])('%s stands inside', (type) => {
    expect(outside({ type, name: 'a' })).toEqual([`error COMPONENTS_OUTSIDE_FORM ${at(1)}`]);
    expect(foundBy(rule, plain([form([{ type, name: 'a' }])]))).toEqual([]);
    expect(foundBy(rule, plain([{ type, name: 'a' }]))).toEqual([]);
  });

  it('is better kept to by the others', () => {
    for (const type of ['CalendarPicker', 'ChipsSelector']) {
      expect(outside({ type, name: 'a' })).toEqual([`warning COMPONENTS_OUTSIDE_FORM ${at(1)}`]);
      expect(outside({ type, name: 'a' }, '5.1')).toEqual([]);
    }
  });

  it('may stand in branches inside of the Form, not in others', () => {
    expect(foundBy(rule, plain([form([either([input('a')], [input('b')])])]))).toEqual([]);
    expect(outside(either([input('a')], [{ type: 'TextBody', text: 'x' }]))).toEqual([
      `error COMPONENTS_OUTSIDE_FORM ${at(1)}.then[0]`,
    ]);
  });

  it('is looked at from 4.0 on, and not for what has no value', () => {
    expect(outside(input('a'), '3.1')).toEqual([]);
    expect(outside({ type: 'TextBody', text: 'x' })).toEqual([]);
    expect(outside({ type: 'Unknown', name: 'a' })).toEqual([]);
  });
});

describe('a Footer outside of the Form', () => {
  const rule = 'footer-outside-form-reads-form';
  const code = 'INVALID_FOOTER_PAYLOAD_OUTSIDE_FORM';
  const reads = footer(
    navigate('NEXT', { name: '${form.a}', deep: { list: ['${form.b}'] }, data: '${data.c}' }),
  );

  it('does not read its inputs before 4.0', () => {
    expect(foundBy(rule, plain([form([input('a'), input('b')]), reads], '3.1'))).toEqual([
      `${code} ${at(1)}.on-click-action.payload.name`,
      `${code} ${at(1)}.on-click-action.payload.deep.list[0]`,
    ]);
  });

  it('is not told so where there is no Form at all: then the inputs stand wrong', () => {
    expect(foundBy(rule, plain([input('a'), input('b'), reads], '3.1'))).toEqual([]);
  });

  it('does so from 4.0 on, and inside the Form', () => {
    expect(foundBy(rule, plain([form([input('a'), input('b')]), reads], '4.0'))).toEqual([]);
    expect(foundBy(rule, plain([form([input('a'), input('b'), reads])], '3.1'))).toEqual([]);
  });
});

describe('init-values and error-messages', () => {
  const fields = [
    input('text'),
    input('count', { 'input-type': 'number' }),
    { type: 'CheckboxGroup', name: 'many' },
    { type: 'OptIn', name: 'agree' },
    { type: 'CalendarPicker', name: 'days', mode: 'range' },
    { type: 'PhotoPicker', name: 'photo' },
  ];
  const data = {
    flag: { type: 'boolean', __example__: true },
    words: { type: 'array', items: { type: 'string' }, __example__: [] },
    word: { type: 'string', __example__: '' },
  };
  const text = (more: Json, version = '7.3'): string => plain([form(fields, more)], version, { data });
  const types = (initial: Json): string[] => foundBy('form-entry-type', text({ 'init-values': initial }));

  it('hold nothing for pickers', () => {
    const rule = 'form-init-value-of-picker';
    const code = 'NATIVE_COMPONENT_IN_FORM_INIT_VALUES';
    expect(foundBy(rule, text({ 'init-values': { photo: [], text: '' } }))).toEqual([
      `${code} ${at(0)}.init-values.photo`,
    ]);
    expect(foundBy(rule, text({ 'error-messages': { photo: 'Too large' } }))).toEqual([]);
  });

  it('are called by types that are known', () => {
    expect(sentences(text({ 'init-values': { text: ['a'] } }))).toContain(
      'text (TextInput) takes string here, not string[].',
    );
  });

  it('name inputs of the Form', () => {
    const rule = 'form-entry-unknown-name';
    const wrong = { 'init-values': { txt: 'x', text: 'y' }, 'error-messages': { form: 'z' } };
    const paths = [
      `INVALID_PROPERTY_VALUE ${at(0)}.init-values.txt`,
      `INVALID_PROPERTY_VALUE ${at(0)}.error-messages.form`,
    ];
    const said = (version: string): string[] => found(text(wrong, version), (one) => one.rule === rule);
    expect(said('7.0')).toEqual(paths.map((path) => `error ${path}`));
    expect(said('6.3')).toEqual(paths.map((path) => `warning ${path}`));
    expect(diagnose(parseFlow(text(wrong))).map(({ facts }) => facts)).toContainEqual({
      name: 'txt',
      suggestion: 'text',
    });
    expect(foundBy(rule, text({ 'init-values': '${data.all}', 'error-messages': { text: 'x' } }))).toEqual(
      [],
    );
  });

  it('have no effect on inputs outside', () => {
    const outside = plain([form([], { 'init-values': { a: 'x' } }), input('a')]);
    expect(found(outside, ({ rule }) => rule === 'form-entry-unknown-name')).toEqual([
      `warning INVALID_PROPERTY_VALUE ${at(0)}.init-values.a`,
    ]);
  });

  it('fit the type of the input', () => {
    const fine = {
      text: 'x',
      count: 7,
      many: ['a', '${data.word}'],
      agree: true,
      days: { 'start-date': '2025-01-01' },
    };
    expect(types(fine)).toEqual([]);
    expect(
      types({ text: '${data.word}', count: '7', many: '${data.words}', agree: '${data.flag}', days: '' }),
    ).toEqual([]);
    const wrong = { text: true, count: [], many: 'a', agree: 'yes', days: 7 };
    expect(types(wrong)).toEqual(
      Object.keys(wrong).map((name) => `INVALID_PROPERTY_VALUE ${at(0)}.init-values.${name}`),
    );
    expect(types({ text: '${data.flag}', many: ['a', 1], agree: '${data.word}' })).toHaveLength(3);
    const errors = text({
      'error-messages': { text: 7, agree: 7, photo: { id: 'Too large' }, many: 'Choose' },
    });
    expect(foundBy('form-entry-type', errors)).toEqual([
      `INVALID_PROPERTY_VALUE ${at(0)}.error-messages.text`,
    ]);
  });

  it('are not judged where the type is open', () => {
    const open = ['${data.unknown}', '${screen.OTHER.data.x}', '`${data.a} ${data.b}`', null];
    for (const value of open) expect(types({ agree: value })).toEqual([]);
    expect(
      found(text({ 'init-values': { text: true } }, '6.3'), ({ rule }) => rule === 'form-entry-type'),
    ).toEqual([`warning INVALID_PROPERTY_VALUE ${at(0)}.init-values.text`]);
  });
});
