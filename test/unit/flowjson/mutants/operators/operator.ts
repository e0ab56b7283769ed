import type { Json } from '../../support';
import type { FlowValue } from '../bases';

/** What an operator did to a flow: which code must be said where. Several where Meta's documentation and client differ. */
export interface Expected {
  readonly codes: readonly string[];
  readonly at: readonly string[];
}

/**
 * One kind of mistake that can be made in any flow: changes the flow and says what must be found, or does nothing and
 * returns nothing where the flow has no place for it.
 */
export type Operator = (flow: FlowValue) => Expected | undefined;

export interface Place {
  readonly value: Json;
  readonly path: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const screensOf = (flow: FlowValue): Place[] =>
  flow.screens.map((value, index) => ({ value, path: `screens[${index}]` }));

/** Every component of a list with its path, containers before what they hold. */
function below(list: unknown, path: string): Place[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: Json, index) => {
    const own = { value, path: `${path}[${index}]` };
    const cases = isObject(value['cases']) ? Object.entries(value['cases']) : [];
    return [
      own,
      ...['children', 'then', 'else'].flatMap((slot) => below(value[slot], `${own.path}.${slot}`)),
      ...cases.flatMap(([key, components]) => below(components, `${own.path}.cases.${key}`)),
    ];
  });
}

export const componentsOf = (screen: Place): Place[] =>
  below((screen.value['layout'] as Json)['children'], `${screen.path}.layout.children`);
export const components = (flow: FlowValue): Place[] => screensOf(flow).flatMap(componentsOf);

export const clickOf = ({ value, path }: Place): Place | undefined => {
  const action = value['on-click-action'];
  return isObject(action) ? { value: action, path: `${path}.on-click-action` } : undefined;
};
export const clicks = (flow: FlowValue, name: string): Place[] =>
  components(flow).flatMap((place) => {
    const action = clickOf(place);
    return action?.value['name'] === name ? [action] : [];
  });

export const entries = (flow: FlowValue): Place[] =>
  screensOf(flow).flatMap(({ value, path }) =>
    Object.entries((value['data'] ?? {}) as Record<string, Json>).map(([key, entry]) => ({
      value: entry,
      path: `${path}.data.${key}`,
    })),
  );

export const expect = (codes: string, ...at: string[]): Expected => ({ codes: codes.split(' '), at });
export const texts = ['TextHeading', 'TextSubheading', 'TextBody', 'TextCaption'];
export const inputs = [
  'TextInput',
  'TextArea',
  'DatePicker',
  'Dropdown',
  'RadioButtonsGroup',
  'CheckboxGroup',
  'ChipsSelector',
];
export const ofType =
  (...types: string[]) =>
  ({ value }: Place): boolean =>
    types.includes(String(value['type']));

/** An operator that changes the first place that fits. */
export function first(
  places: (flow: FlowValue) => readonly Place[],
  fits: (place: Place, flow: FlowValue) => boolean,
  change: (place: Place, flow: FlowValue) => Expected,
): Operator {
  return (flow) => {
    const place = places(flow).find((candidate) => fits(candidate, flow));
    return place && change(place, flow);
  };
}

/** As {@link first}: sets one property and expects the code there. */
export function set(
  places: (flow: FlowValue) => readonly Place[],
  fits: (place: Place, flow: FlowValue) => boolean,
  key: string,
  value: unknown,
  codes: string,
): Operator {
  return first(places, fits, (place) => {
    place.value[key] = value;
    return expect(codes, place.path === '' ? key : `${place.path}.${key}`);
  });
}

/** As {@link first}: leaves one property out and expects the code at the object. */
export function drop(
  places: (flow: FlowValue) => readonly Place[],
  fits: (place: Place) => boolean,
  key: string,
): Operator {
  return first(
    places,
    (place) => key in place.value && fits(place),
    (place) => {
      Reflect.deleteProperty(place.value, key);
      return expect('MISSING_REQUIRED_PROPERTY MISSING_REQUIRED_TYPE_PROPERTY', place.path);
    },
  );
}

export const any = (): boolean => true;
export const top = (flow: FlowValue): Place[] => [{ value: flow, path: '' }];
export const shortOf = (flow: FlowValue): number => Number(String(flow.version).replace('.', '0'));
export const withPayload = (place: Place): boolean => isObject(place.value['payload']);

/**
 * Puts a component where it may stand: into the Form of the first screen that has room for one, or onto the screen itself.
 * The code is expected at one of these places, counted from the component (`.label`; empty for itself).
 */
export function put(since: string, component: Json, codes: string, ...at: string[]): Operator {
  return (flow) => {
    if (shortOf(flow) < Number(since.replace('.', '0'))) return undefined;
    const screen = screensOf(flow).find(
      (place) => !componentsOf(place).some(ofType('NavigationList', 'RichText')),
    );
    if (!screen) return undefined;
    const onScreen = (screen.value['layout'] as Json)['children'] as Json[];
    const form = onScreen.findIndex(({ type }) => type === 'Form');
    const list = form < 0 ? onScreen : (onScreen[form]!['children'] as Json[]);
    const path = `${screen.path}.layout.children${form < 0 ? '' : `[${form}].children`}[${list.length}]`;
    list.push(structuredClone(component));
    return expect(codes, ...at.map((place) => path + place));
  };
}
