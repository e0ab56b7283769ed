import { describe, expect, it } from 'vitest';
import {
  actionPlaces,
  allowedIn,
  componentFact,
  components,
  componentsFor,
  compareVersions,
  dataApiVersions,
  formValueOf,
  holdsFor,
  inputTypes,
  isRequired,
  objectFact,
  propertiesOf,
  propertyHistory,
  propertyNames,
  screenLimits,
  versions,
  type ObjectFact,
  type Shape,
  type Version,
} from '../../../../src/flowjson/catalogue';
import { tables } from '../../../../src/flowjson/catalogue/tables';
import { english } from '../../../../src/flowjson/message';

const facts: [string, ObjectFact][] = [...components, ...Object.entries(tables.objects)];
const rows = facts.flatMap(([owner, fact]) =>
  propertyNames(fact).map((name) => [`${owner}.${name}`, propertyHistory(fact, name), fact] as const),
);

function* shapesIn(shape: Shape): Generator<Shape> {
  yield shape;
  if (shape.is === 'array') yield* shapesIn(shape.items);
  if (shape.is === 'map') yield* shapesIn(shape.values);
  if (shape.is === 'oneOf') for (const inner of shape.shapes) yield* shapesIn(inner);
}

describe('the tables', () => {
  it('hold every public component once', () => {
    expect([...components.keys()].sort()).toEqual(
      [
        ...['TextHeading', 'TextSubheading', 'TextBody', 'TextCaption', 'RichText', 'TextInput', 'TextArea'],
        ...[
          'CheckboxGroup',
          'RadioButtonsGroup',
          'Dropdown',
          'ChipsSelector',
          'DatePicker',
          'CalendarPicker',
        ],
        ...['OptIn', 'EmbeddedLink', 'Image', 'Footer', 'ImageCarousel', 'NavigationList', 'PhotoPicker'],
        ...['DocumentPicker', 'If', 'Switch', 'Form'],
      ].sort(),
    );
    expect(tables.components).toHaveLength(components.size);
  });

  it('say at most one thing about a property in each version', () => {
    for (const [name, history] of rows)
      for (const version of versions)
        expect(history.filter((fact) => holdsFor(fact, version.name)).length, name).toBeLessThan(2);
  });

  it('say something about each property, in a sentence', () => {
    for (const [name, history] of rows)
      for (const { about } of history) expect(english(about), name).toMatch(/^[A-Z].{3,}\.$/);
  });

  it('name only objects, actions and neighbours that exist', () => {
    for (const [property, fact] of rows.flatMap(([, history, owner]) =>
      history.map((each) => [each, owner] as const),
    )) {
      for (const shape of shapesIn(property.shape)) {
        if (shape.is === 'object') expect(tables.objects).toHaveProperty(shape.name);
        if (shape.is === 'action') {
          const known = tables.actions.map(({ name }) => name);
          expect(known).toEqual(expect.arrayContaining(shape.names.map(({ name }) => name)));
        }
      }
      const neighbours = [...(property.needs ?? []), ...(property.excludes ?? [])];
      expect(propertyNames(fact)).toEqual(expect.arrayContaining(neighbours));
    }
  });

  it('limit only components that exist', () => {
    for (const { types } of screenLimits) for (const type of types) expect(components.has(type)).toBe(true);
  });
});

describe('the lookups', () => {
  it('know what came when', () => {
    const names = (version: Version) => componentsFor(version).map(({ type }) => type);
    expect(names('3.1')).not.toContain('If');
    expect(names('4.0')).toContain('If');
    expect(names('7.0')).not.toContain('ImageCarousel');
    expect(names('7.1')).toContain('ImageCarousel');
  });

  it('give the properties of a version, its type first', () => {
    const input = componentFact('TextInput')!;
    expect([...propertiesOf(input, '6.1').keys()][0]).toBe('type');
    expect(propertiesOf(input, '6.1').has('pattern')).toBe(false);
    expect(propertiesOf(input, '6.2').has('pattern')).toBe(true);
    expect(propertiesOf(input, '7.0').has('label-variant')).toBe(true);
    expect(propertiesOf(input, '6.2')).toBe(propertiesOf(input, '6.2'));
    expect(propertiesOf(objectFact('flow'), '2.1').has('data_channel_uri')).toBe(true);
    expect(propertiesOf(objectFact('flow'), '3.0').has('data_channel_uri')).toBe(false);
  });

  it('tell properties apart that differ between versions', () => {
    const image = (version: Version) =>
      propertiesOf(objectFact('option'), version).get('image')?.maxKilobytes;
    expect([image('4.0'), image('5.1'), image('6.0')]).toEqual([undefined, 300, 100]);
    expect(propertyHistory(objectFact('option'), 'image').map(({ since }) => since)).toEqual(['5.0', '6.0']);
    expect(propertyHistory(objectFact('option'), 'constructor')).toEqual([]);
  });

  it('know from when on a property is required', () => {
    const label = propertiesOf(componentFact('CheckboxGroup')!, '3.1').get('label')!;
    expect(isRequired(label, '3.1')).toBe(false);
    expect(isRequired(label, '4.0')).toBe(true);
  });

  it('know where components may stand', () => {
    expect(allowedIn('if', '6.3')).not.toContain('ChipsSelector');
    expect(allowedIn('if', '7.1')).toContain('ChipsSelector');
    expect(allowedIn('switch', '7.4')).not.toContain('If');
    expect(allowedIn('form', '7.4')).not.toContain('Form');
    expect(allowedIn('form', '7.4')).not.toContain('RichText');
    expect(allowedIn('layout', '3.1')).not.toContain('TextInput');
  });

  it('know where actions may stand', () => {
    expect(actionPlaces('complete')).toEqual([{ owner: 'Footer', property: 'on-click-action' }]);
    expect(actionPlaces('open_url').map(({ owner, since }) => `${owner} ${since}`)).toEqual([
      'OptIn 6.0',
      'EmbeddedLink 6.0',
    ]);
    expect(actionPlaces('update_data')).toContainEqual({
      owner: 'ChipsSelector',
      property: 'on-select-action',
      since: '7.1',
    });
  });

  it('know what an input gives', () => {
    const given = (type: string, value?: string | null) => formValueOf(componentFact(type)!, () => value);
    expect(given('TextInput')).toBe('string');
    expect(given('TextInput', 'passcode')).toBe('number');
    expect(given('CalendarPicker', 'range')).toBe('date-range');
    expect(given('CalendarPicker', null)).toBeUndefined();
    expect(given('Image')).toBeUndefined();
    expect(inputTypes.has('NavigationList')).toBe(true);
    expect(inputTypes.has('Footer')).toBe(false);
  });

  it('know the versions of the endpoint traffic', () => {
    expect(dataApiVersions('7.2')).toEqual(['3.0']);
    expect(dataApiVersions('7.3')).toEqual(['3.0', '4.0']);
  });

  it('order versions by their numbers', () => {
    expect(compareVersions('7.10' as Version, '7.3')).toBeGreaterThan(0);
    expect(versions.map(({ name }) => name)).toEqual(
      versions.map(({ name }) => name).sort((a, b) => compareVersions(a, b)),
    );
  });
});
