import { expect, it } from 'vitest';
import { componentFact, propertiesOf, type Version } from '../../../../src/flowjson/catalogue';
import { english } from '../../../../src/flowjson/message';
import { factsAbout } from '../../../../src/flowjson/schema/describe';

const factsOf = (type: string, property: string, version: Version = '7.3'): string =>
  factsAbout(propertiesOf(componentFact(type)!, version).get(property)!, version)
    .map(english)
    .join(' ');

it.each([
  ['PhotoPicker', 'max-file-size-kb', 'Default: 25600. From 1 to 25600.'],
  ['PhotoPicker', 'min-uploaded-photos', 'Default: 0. From 0 to 30.'],
  ['CheckboxGroup', 'max-selected-items', 'At least 2.'],
  ['CheckboxGroup', 'min-selected-items', ''],
  ['DatePicker', 'min-date', 'Default: 1900-01-01. Written as YYYY-MM-DD. Since version 5.0.'],
  ['CalendarPicker', 'unavailable-dates', 'Written as YYYY-MM-DD.'],
  ['TextInput', 'label', 'Required. Up to 20 characters are shown whole, 150 with a large label.'],
])('tells the bounds and the form of %s %s', (type, property, told) => {
  expect(factsOf(type, property)).toBe(told);
});

it('tells no form of dates that had another one', () => {
  expect(factsOf('DatePicker', 'min-date', '4.0')).toBe('');
});
