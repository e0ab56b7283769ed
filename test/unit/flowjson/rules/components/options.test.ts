import { describe, expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const list = (options: unknown, type = 'RadioButtonsGroup') => ({
  type,
  name: 'list',
  label: 'List',
  'data-source': options,
});
const option = (id: string, more: Json = {}) => ({ id, title: id, ...more });
const one = (rule: string, component: Json, version = '7.3') =>
  foundBy(rule, oneScreen([component], {}, { version }));
const image = { image: 'iVBORw0KGgo=' };
const colour = { color: '#25D366' };

describe('images and colours of options', () => {
  it.each(['CheckboxGroup', 'RadioButtonsGroup', 'Dropdown'])('exclude each other in a %s', (type) => {
    expect(one('option-image-and-colour', list([option('a', image), option('b', colour)], type))).toEqual([
      `DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR ${at}.data-source`,
    ]);
    expect(one('option-image-and-colour', list([option('a', { ...image, ...colour })], type))).toHaveLength(
      1,
    );
    expect(one('option-image-and-colour', list([option('a', image), option('b', image)], type))).toEqual([]);
  });

  it('stand on all options or on none', () => {
    expect(one('option-media-on-some', list([option('a', image), option('b')]))).toEqual([
      `OPTION_MEDIA_ON_SOME ${at}.data-source[1]`,
    ]);
    expect(one('option-media-on-some', list([option('a', colour), option('b', colour)]))).toEqual([]);
    expect(one('option-media-on-some', list([option('a', colour), option('b', image)]))).toEqual([]);
  });

  it('are for a hundred options of a Dropdown', () => {
    const many = (count: number, more: Json) =>
      list(
        Array.from({ length: count }, (_, index) => option(`o${index}`, more)),
        'Dropdown',
      );
    expect(one('dropdown-images', many(101, image))).toEqual([
      `TOO_MANY_OPTIONS_WITH_IMAGES ${at}.data-source[100]`,
    ]);
    expect(one('dropdown-images', many(100, image))).toEqual([]);
    expect(one('dropdown-images', many(101, {}))).toEqual([]);
  });
});

describe('ids of options', () => {
  it('differ', () => {
    expect(one('entry-ids', list([option('a'), option('b'), option('a')]))).toEqual([
      `DUPLICATE_OPTION_ID ${at}.data-source[2].id`,
    ]);
    expect(one('entry-ids', list([option('a'), option('b')]))).toEqual([]);
    expect(one('entry-ids', list('${data.options}'))).toEqual([]);
  });

  it('differ in the rows of a NavigationList too', () => {
    const row = { id: 'a', 'main-content': { title: 'A' } };
    const rows = { type: 'NavigationList', name: 'rows', 'list-items': [row, row] };
    expect(one('entry-ids', rows)).toEqual([`DUPLICATE_OPTION_ID ${at}.list-items[1].id`]);
  });

  it('are not empty before 6.0, where the format does not refuse it', () => {
    expect(one('entry-ids', list([option('')]), '5.1')).toEqual([`EMPTY_OPTION_ID ${at}.data-source[0].id`]);
    expect(one('entry-ids', list([option('')]), '6.0')).toEqual([]);
  });
});
