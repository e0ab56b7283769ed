import { describe, expect, it } from 'vitest';
import { componentFact, propertiesOf, type Version } from '../../../../src/flowjson/catalogue';
import { typesBindable } from '../../../../src/flowjson/expression/shapeTypes';
import { typeOfExpression } from '../../../../src/flowjson/expression/expressionTypes';
import { parseExpression } from '../../../../src/flowjson/expression/expressionParser';
import {
  arrayOf,
  booleanType,
  misfit,
  numberType,
  objectOf,
  stringType,
  typeName,
  typeNames,
  unknownType,
  type ValueType,
} from '../../../../src/flowjson/expression/valueTypes';
import { english } from '../../../../src/flowjson/message';

const types: Readonly<Record<string, ValueType>> = {
  b: booleanType,
  n: numberType,
  s: stringType,
  l: arrayOf(stringType),
  u: unknownType,
};

function typed(inner: string): { type: string; problems: string[] } {
  const text = `\`${inner}\``;
  const { type, problems } = typeOfExpression(
    parseExpression(text).root,
    ({ path }) => types[path[0]!] ?? unknownType,
  );
  return {
    type: typeName(type),
    problems: problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${english(message)}`),
  };
}

describe('typeOfExpression', () => {
  it.each([
    ["'a'", 'string'],
    ['${data.s}', 'string'],
    ['(${data.l})', 'string[]'],
    ['${data.s} ${data.n} ${data.b}', 'string'],
    ['${data.n} + 1', 'number'],
    ['-${data.n} % 2', 'number'],
    ['${data.n} + 1 > 2', 'boolean'],
    ["${data.s} == 'x' && !${data.b}", 'boolean'],
    ['${data.u} + ${data.u} == ${data.s}', 'boolean'],
    ['word', 'unknown'],
  ])('gives the type of %s', (inner, type) => {
    const found = typed(inner);
    expect(found.type).toBe(type);
    if (inner.startsWith('${data.u}')) expect(found.problems).toHaveLength(1);
    else expect(found.problems).toEqual([]);
  });

  it.each([
    ['!${data.n}', '${data.n}: ! needs boolean; this is number.'],
    ['${data.s} - 1', '${data.s}: - needs number; this is string.'],
    ['${data.s} < 1', '${data.s}: < needs number; this is string.'],
    ['${data.b} && ${data.n}', '${data.n}: && needs boolean; this is number.'],
    ['${data.s} == 5', '${data.s} == 5: == needs the same type on both sides; here string meets number.'],
    ['${data.l} != 5', '${data.l} != 5: != compares string, number and boolean; this is string[].'],
    [
      "'Hello ' + ${data.s}",
      "'Hello ' + ${data.s}: + adds numbers only; put texts side by side to join them, without a sign between.",
    ],
  ])('finds what does not fit in %s', (inner, problem) => {
    expect(typed(inner).problems).toEqual([problem]);
  });
});

describe('misfit', () => {
  const option = objectOf({ id: stringType, title: stringType, enabled: booleanType }, ['id', 'title']);

  it('accepts what fits and what is not known', () => {
    expect(misfit(stringType, stringType)).toBeUndefined();
    expect(misfit(unknownType, booleanType)).toBeUndefined();
    expect(misfit(arrayOf(unknownType), arrayOf(option))).toBeUndefined();
    expect(
      misfit(arrayOf(objectOf({ id: stringType, title: stringType, more: numberType })), arrayOf(option)),
    ).toBeUndefined();
  });

  it('says where and why', () => {
    expect(misfit(booleanType, stringType)).toMatchObject({ path: [], actual: booleanType });
    expect(misfit(arrayOf(stringType), arrayOf(option))).toMatchObject({ path: [], actual: stringType });
    expect(misfit(arrayOf(objectOf({ id: stringType })), arrayOf(option))).toMatchObject({
      path: ['title'],
      actual: undefined,
    });
    expect(
      misfit(objectOf({ id: stringType, title: stringType, enabled: numberType }), option),
    ).toMatchObject({ path: ['enabled'], actual: numberType });
  });
});

describe('typesBindable', () => {
  const accepted = (type: string, property: string, version: Version = '7.3'): string =>
    typeNames(typesBindable(propertiesOf(componentFact(type)!, version).get(property)!.shape, version));

  it.each([
    ['TextHeading', 'text', 'string'],
    ['TextBody', 'text', 'string | string[]'],
    ['TextBody', 'markdown', ''],
    ['TextInput', 'visible', 'boolean'],
    ['TextInput', 'max-chars', 'number'],
    ['TextInput', 'name', ''],
    ['Dropdown', 'data-source', 'object[]'],
    ['DatePicker', 'unavailable-dates', 'string[]'],
    ['CalendarPicker', 'label', 'string | object'],
    ['CalendarPicker', 'required', 'boolean | object'],
    ['PhotoPicker', 'error-message', 'string | object'],
    ['Form', 'init-values', 'object'],
    ['If', 'condition', 'boolean'],
    ['If', 'then', ''],
    ['Switch', 'value', 'unknown'],
  ])('knows what may be bound to %s %s', (type, property, types) => {
    expect(accepted(type, property)).toBe(types);
  });

  it('demands of a list what its items need', () => {
    const [list] = typesBindable(
      propertiesOf(componentFact('NavigationList')!, '7.3').get('list-items')!.shape,
      '7.3',
    );
    expect(list).toMatchObject({ items: { required: ['id', 'main-content'] } });
  });
});
