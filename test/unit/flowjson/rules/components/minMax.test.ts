import { describe, expect, it } from 'vitest';
import { found, foundBy, oneScreen, type Json } from '../../support';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, title: `Option ${index}` }));
const group = (more: Json) => ({
  type: 'CheckboxGroup',
  name: 'group',
  label: 'Group',
  'data-source': options(4),
  ...more,
});

describe('least and greatest', () => {
  it.each([
    ['CheckboxGroup', group({ 'min-selected-items': 3, 'max-selected-items': 2 }), 'min-selected-items'],
    ['TextInput', { name: 'n', label: 'N', 'min-chars': 9, 'max-chars': 3 }, 'min-chars'],
    [
      'PhotoPicker',
      { name: 'n', label: 'N', 'min-uploaded-photos': 3, 'max-uploaded-photos': 1 },
      'min-uploaded-photos',
    ],
    [
      'DocumentPicker',
      { name: 'n', label: 'N', 'min-uploaded-documents': 3, 'max-uploaded-documents': 1 },
      'min-uploaded-documents',
    ],
  ])('are refused the wrong way round on %s', (type, properties, at) => {
    expect(foundBy('min-above-max', oneScreen([{ ...properties, type }]))).toEqual([
      `MIN_VALUE_GREATER_THAN_MAX screens[0].layout.children[0].${at}`,
    ]);
  });

  it('are only warned about on ChipsSelector, which is documented but not checked', () => {
    const chips = group({ type: 'ChipsSelector', 'min-selected-items': 3, 'max-selected-items': 2 });
    expect(found(oneScreen([chips]), ({ rule }) => rule === 'min-above-max')).toEqual([
      'warning MIN_VALUE_GREATER_THAN_MAX screens[0].layout.children[0].min-selected-items',
    ]);
  });

  it.each([
    { 'min-selected-items': 2, 'max-selected-items': 2 },
    { 'min-selected-items': 3, 'max-selected-items': '${data.max}' },
    { 'min-selected-items': '3', 'max-selected-items': 2 },
    { 'max-selected-items': 2 },
  ])('are fine as %j', (properties) => {
    expect(foundBy('min-above-max', oneScreen([group(properties)]))).toEqual([]);
  });

  it('compare the least one with what applies without a greatest', () => {
    const input = { type: 'TextInput', name: 'n', label: 'N' };
    expect(foundBy('min-above-default-max', oneScreen([{ ...input, 'min-chars': 81 }]))).toHaveLength(1);
    expect(foundBy('min-above-default-max', oneScreen([{ ...input, 'min-chars': 80 }]))).toEqual([]);
    expect(
      foundBy('min-above-default-max', oneScreen([{ ...input, 'min-chars': 90, 'max-chars': 100 }])),
    ).toEqual([]);
  });

  it('are out of bounds rather than above what applies', () => {
    const photos = (least: number) => ({
      type: 'PhotoPicker',
      name: 'n',
      label: 'N',
      'min-uploaded-photos': least,
    });
    expect(found(oneScreen([photos(31)]), ({ severity }) => severity !== 'info')).toEqual([
      'error MAXIMUM_VALUE_REQUIRED screens[0].layout.children[0].min-uploaded-photos',
    ]);
    expect(found(oneScreen([photos(30)]), ({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('demand no more choices than there are', () => {
    expect(foundBy('min-above-options', oneScreen([group({ 'min-selected-items': 5 })]))).toHaveLength(1);
    expect(foundBy('min-above-options', oneScreen([group({ 'min-selected-items': 4 })]))).toEqual([]);
    // Said of the greatest number already.
    const both = group({ 'min-selected-items': 5, 'max-selected-items': 3 });
    expect(foundBy('min-above-options', oneScreen([both]))).toEqual([]);
    expect(
      foundBy(
        'min-above-options',
        oneScreen([group({ 'min-selected-items': 5, 'data-source': '${data.options}' })]),
      ),
    ).toEqual([]);
  });
});
