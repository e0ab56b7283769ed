import type { Json } from '../support';
import type { FlowValue } from './bases';

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

interface Place {
  readonly value: Json;
  readonly path: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const screensOf = (flow: FlowValue): Place[] =>
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

const componentsOf = (screen: Place): Place[] =>
  below((screen.value['layout'] as Json)['children'], `${screen.path}.layout.children`);
const components = (flow: FlowValue): Place[] => screensOf(flow).flatMap(componentsOf);

const clickOf = ({ value, path }: Place): Place | undefined => {
  const action = value['on-click-action'];
  return isObject(action) ? { value: action, path: `${path}.on-click-action` } : undefined;
};
const clicks = (flow: FlowValue, name: string): Place[] =>
  components(flow).flatMap((place) => {
    const action = clickOf(place);
    return action?.value['name'] === name ? [action] : [];
  });

const entries = (flow: FlowValue): Place[] =>
  screensOf(flow).flatMap(({ value, path }) =>
    Object.entries((value['data'] ?? {}) as Record<string, Json>).map(([key, entry]) => ({
      value: entry,
      path: `${path}.data.${key}`,
    })),
  );

const expect = (codes: string, ...at: string[]): Expected => ({ codes: codes.split(' '), at });
const texts = ['TextHeading', 'TextSubheading', 'TextBody', 'TextCaption'];
const inputs = [
  'TextInput',
  'TextArea',
  'DatePicker',
  'Dropdown',
  'RadioButtonsGroup',
  'CheckboxGroup',
  'ChipsSelector',
];
const ofType =
  (...types: string[]) =>
  ({ value }: Place): boolean =>
    types.includes(String(value['type']));

/** An operator that changes the first place that fits. */
function first(
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
function set(
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
function drop(
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

const any = (): boolean => true;
const top = (flow: FlowValue): Place[] => [{ value: flow, path: '' }];
const shortOf = (flow: FlowValue): number => Number(String(flow.version).replace('.', '0'));
const withPayload = (place: Place): boolean => isObject(place.value['payload']);

export const operators: Readonly<Record<string, Operator>> = {
  'an unknown property of the flow': (flow) => {
    flow['nmae'] = 'x';
    return expect('INVALID_PROPERTY_KEY', 'nmae');
  },
  'an unknown property of a screen': set(screensOf, any, 'tittle', 'x', 'INVALID_PROPERTY_KEY'),
  'an unknown property of a text': set(components, ofType(...texts), 'colour', 'x', 'INVALID_PROPERTY_KEY'),
  'an unknown property of an input': set(
    components,
    ofType(...inputs),
    'placeholder',
    'x',
    'INVALID_PROPERTY_KEY',
  ),
  'an unknown property of a Footer': set(
    components,
    ofType('Footer'),
    'visible',
    true,
    'INVALID_PROPERTY_KEY',
  ),
  'an unknown property of an action': (flow) => {
    const action = components(flow)
      .map(clickOf)
      .find((place) => place !== undefined);
    if (!action) return undefined;
    action.value['screen'] = 'X';
    return expect('INVALID_PROPERTY_KEY', `${action.path}.screen`);
  },
  'a type that does not exist': set(
    components,
    any,
    'type',
    'Textt',
    'INVALID_TYPE_PROPERTY_VALUE INVALID_PROPERTY_VALUE',
  ),
  'a component without type': drop(components, ofType(...texts, 'Footer'), 'type'),
  'a text without text': drop(components, ofType(...texts), 'text'),
  'an input without label': drop(components, ofType(...inputs), 'label'),
  'an input without name': drop(components, ofType(...inputs), 'name'),
  'a Footer without action': drop(components, ofType('Footer'), 'on-click-action'),
  'a screen without title': drop(screensOf, any, 'title'),
  'a screen without layout': drop((flow) => (shortOf(flow) >= 600 ? screensOf(flow) : []), any, 'layout'),
  'a screen without id': drop(screensOf, any, 'id'),
  'a list without options': drop(
    components,
    ofType('Dropdown', 'RadioButtonsGroup', 'CheckboxGroup', 'ChipsSelector'),
    'data-source',
  ),
  'an option without title': (flow) => {
    const list = components(flow).find(({ value }) => Array.isArray(value['data-source']));
    if (!list) return undefined;
    delete (list.value['data-source'] as Json[])[0]!['title'];
    return expect('MISSING_REQUIRED_PROPERTY', `${list.path}.data-source[0]`);
  },
  'visible as a word': set(
    components,
    ofType(...texts, ...inputs),
    'visible',
    'yes',
    'INVALID_PROPERTY_TYPE PATTERN_MISMATCH',
  ),
  'required as a number': set(components, ofType(...inputs), 'required', 1, 'INVALID_PROPERTY_TYPE'),
  'a text as a number': set(components, ofType(...texts), 'text', 5, 'INVALID_PROPERTY_TYPE'),
  'a label as a list': set(components, ofType(...inputs), 'label', [], 'INVALID_PROPERTY_TYPE'),
  'screens as an object': (flow) => {
    (flow as Json)['screens'] = {};
    return expect('INVALID_PROPERTY_TYPE', 'screens');
  },
  'terminal as a word': set(
    screensOf,
    ({ value }) => value['terminal'] === true,
    'terminal',
    'true',
    'INVALID_PROPERTY_TYPE',
  ),
  'a font weight that does not exist': set(
    components,
    ofType('TextBody', 'TextCaption'),
    'font-weight',
    'heavy',
    'INVALID_ENUM_VALUE',
  ),
  'an input type that does not exist': set(
    components,
    ofType('TextInput'),
    'input-type',
    'mail',
    'INVALID_ENUM_VALUE',
  ),
  'an action that does not exist': first(
    (flow) => components(flow).flatMap((place) => clickOf(place) ?? []),
    any,
    (place) => {
      place.value['name'] = 'open';
      return expect('INVALID_ENUM_VALUE', `${place.path}.name`);
    },
  ),
  'a blank text': set(components, ofType(...texts), 'text', ' ', 'PATTERN_MISMATCH'),
  'an empty label': set(
    components,
    ofType('TextInput', 'TextArea'),
    'label',
    '',
    'MIN_CHARS_REQUIRED PATTERN_MISMATCH',
  ),
  'a digit in a screen id': set(screensOf, any, 'id', 'SCREEN_1', 'PATTERN_MISMATCH'),
  'a reserved screen id': set(screensOf, any, 'id', 'SUCCESS', 'SCREEN_ID_IS_RESERVED_KEYWORD'),
  'two screens of one id': (flow) => {
    flow.screens.push(structuredClone(flow.screens[0]!));
    return expect('DUPLICATE_SCREEN_IDS', `screens[${flow.screens.length - 1}].id`);
  },
  'no terminal screen': (flow) => {
    for (const screen of flow.screens) {
      Reflect.deleteProperty(screen, 'terminal');
      Reflect.deleteProperty(screen, 'success');
    }
    return expect('MISSING_TERMINAL_SCREEN', 'screens');
  },
  'success without terminal': first(
    screensOf,
    ({ value }) => value['terminal'] !== true,
    ({ value, path }) => {
      value['success'] = true;
      return expect('NOT_KEYWORD_SCHEMA_VALIDATION_FAILED', path, `${path}.success`);
    },
  ),
  'refresh_on_back without an endpoint': set(
    screensOf,
    (_, flow) => flow['data_api_version'] === undefined,
    'refresh_on_back',
    true,
    'INVALID_PROPERTY_VALUE',
  ),
  'sensitive names nothing': first(
    screensOf,
    (_, flow) => shortOf(flow) >= 501,
    ({ value, path }) => {
      value['sensitive'] = ['nobody_here'];
      return expect('INVALID_SENSITIVE_FIELD', `${path}.sensitive[0]`, `${path}.sensitive`);
    },
  ),
  'a link to nowhere': first(
    (flow) => clicks(flow, 'navigate'),
    any,
    ({ value, path }) => {
      value['next'] = { type: 'screen', name: 'NOWHERE' };
      return expect('INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME', `${path}.next.name`);
    },
  ),
  'a link to the own screen': (flow) => {
    for (const screen of screensOf(flow)) {
      const action = componentsOf(screen)
        .flatMap((place) => clickOf(place) ?? [])
        .find(({ value }) => value['name'] === 'navigate');
      if (!action) continue;
      action.value['next'] = { type: 'screen', name: screen.value['id'] };
      return expect('INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME', `${action.path}.next.name`);
    }
    return undefined;
  },
  'navigate without next': first(
    (flow) => clicks(flow, 'navigate'),
    any,
    ({ value, path }) => {
      delete value['next'];
      return expect(
        'MISSING_REQUIRED_PROPERTY NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_DEPENDENCIES',
        path,
      );
    },
  ),
  'a url on navigate': set(
    (flow) => clicks(flow, 'navigate'),
    any,
    'url',
    'https://example.com',
    'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_PROPERTY_KEY',
  ),
  'next on complete': set(
    (flow) => clicks(flow, 'complete'),
    any,
    'next',
    { type: 'screen', name: 'X' },
    'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_PROPERTY_KEY',
  ),
  'a payload that is a list': set(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'navigate')],
    any,
    'payload',
    [],
    'INVALID_PROPERTY_TYPE',
  ),
  'a payload key too many': first(
    (flow) => clicks(flow, 'navigate'),
    withPayload,
    ({ value, path }) => {
      (value['payload'] as Json)['extra_key'] = 'x';
      return expect('INVALID_NAVIGATE_ACTION_PAYLOAD', `${path}.payload.extra_key`, `${path}.payload`);
    },
  ),
  'a payload key too few': first(
    (flow) => clicks(flow, 'navigate'),
    (place) => withPayload(place) && Object.keys(place.value['payload'] as Json).length > 0,
    ({ value, path }) => {
      const payload = value['payload'] as Json;
      Reflect.deleteProperty(payload, Object.keys(payload)[0]!);
      return expect('INVALID_NAVIGATE_ACTION_PAYLOAD', `${path}.payload`);
    },
  ),
  'an input in a payload that does not exist': first(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'data_exchange')],
    any,
    ({ value, path }) => {
      value['payload'] = { ...((value['payload'] ?? {}) as Json), ghost: '${form.nobody_here}' };
      return expect('INVALID_ON_CLICK_ACTION_PAYLOAD', `${path}.payload.ghost`);
    },
  ),
  'data in a payload that is not declared': first(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'data_exchange')],
    any,
    ({ value, path }) => {
      value['payload'] = { ...((value['payload'] ?? {}) as Json), ghost: '${data.nobody_here}' };
      return expect('INVALID_ON_CLICK_ACTION_PAYLOAD', `${path}.payload.ghost`);
    },
  ),
  'complete on a screen that is not terminal': (flow) => {
    const screen = screensOf(flow).find(({ value }) => value['terminal'] !== true);
    const action = screen && componentsOf(screen).filter(ofType('Footer')).map(clickOf)[0];
    if (!action) return undefined;
    for (const key of ['next', 'payload']) Reflect.deleteProperty(action.value, key);
    action.value['name'] = 'complete';
    return expect('INVALID_COMPLETE_ACTION', action.path, `${action.path}.name`);
  },
  'data_exchange without an endpoint': (flow) => {
    if (flow['data_api_version'] !== undefined) return undefined;
    const action = clicks(flow, 'complete')[0];
    if (!action) return undefined;
    action.value['name'] = 'data_exchange';
    return expect('MISSING_REQUIRED_PROPERTY', action.path, '');
  },
  'a text from data that is not declared': set(
    components,
    ofType(...texts),
    'text',
    '${data.nobody_here}',
    'INVALID_SCREEN_DYNAMIC_DATA',
  ),
  'a text from an input that does not exist': set(
    components,
    ofType(...texts),
    'text',
    '${form.nobody_here}',
    'INVALID_SCREEN_DYNAMIC_DATA',
  ),
  'a text from a screen that does not exist': set(
    components,
    ofType(...texts),
    'text',
    '${screen.NOWHERE.data.x}',
    'INVALID_SCREEN_DYNAMIC_DATA INVALID_SCREEN_DATA',
  ),
  'a global reference to the own screen': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    text.value['text'] = `\${screen.${String(screen.value['id'])}.data.x}`;
    return expect('INVALID_SCREEN_DYNAMIC_DATA INVALID_SCREEN_DATA', `${text.path}.text`);
  },
  'a list of numbers where a text belongs': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    screen.value['data'] = {
      ...((screen.value['data'] ?? {}) as Json),
      a_list: { type: 'array', items: { type: 'number' }, __example__: [] },
    };
    text.value['text'] = '${data.a_list}';
    return expect('INVALID_SCREEN_DYNAMIC_DATA', `${text.path}.text`);
  },
  'a text where true or false belongs': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    screen.value['data'] = {
      ...((screen.value['data'] ?? {}) as Json),
      a_text: { type: 'string', __example__: 'x' },
    };
    text.value['visible'] = '${data.a_text}';
    return expect('INVALID_SCREEN_DYNAMIC_DATA', `${text.path}.visible`);
  },
  'an expression that ends too early': first(
    components,
    (place, flow) => ofType(...texts)(place) && shortOf(flow) >= 600,
    ({ value, path }) => {
      value['text'] = "`'a' + `";
      return expect('INVALID_PROPERTY_VALUE INVALID_SCREEN_DYNAMIC_DATA', `${path}.text`);
    },
  ),
  'a word without quotes in an expression': first(
    components,
    (place, flow) => ofType(...texts)(place) && shortOf(flow) >= 600,
    ({ value, path }) => {
      value['text'] = '`Hello`';
      return expect('INVALID_PROPERTY_VALUE INVALID_SCREEN_DYNAMIC_DATA', `${path}.text`);
    },
  ),
  'an entry without type': first(entries, any, ({ value, path }) => {
    delete value['type'];
    return expect('INVALID_SCREEN_DATA', path);
  }),
  'an entry whose type is a list': set(entries, any, 'type', ['string'], 'INVALID_SCREEN_DATA'),
  'an example that does not fit': set(
    entries,
    ({ value }) => value['type'] !== 'object',
    '__example__',
    { not: 'this' },
    'INVALID_SCREEN_DATA',
  ),
  'a list without items': first(entries, any, ({ value, path }) => {
    for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    Object.assign(value, { type: 'array', __example__: [] });
    return expect('INVALID_SCREEN_DATA', path);
  }),
  'an example below the top': first(entries, any, ({ value, path }) => {
    for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    Object.assign(value, {
      type: 'object',
      properties: { a: { type: 'string', __example__: 'x' } },
      __example__: {},
    });
    return expect(
      'INVALID_SCREEN_DATA',
      `${path}.properties.a.__example__`,
      `${path}.properties.__example__`,
    );
  }),
  'a second Footer': (flow) => {
    const screen = screensOf(flow).find((place) =>
      ((place.value['layout'] as Json)['children'] as Json[]).some((child) => child['type'] === 'Footer'),
    );
    if (!screen) return undefined;
    const list = (screen.value['layout'] as Json)['children'] as Json[];
    list.push(structuredClone(list.find((child) => child['type'] === 'Footer')!));
    return expect(
      'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN MAX_FOOTER_PER_SCREEN MORE_THAN_ONE_FOOTER',
      screen.path,
      `${screen.path}.layout.children[${list.length - 1}]`,
    );
  },
  'two inputs of one name': (flow) => {
    for (const screen of screensOf(flow)) {
      const named = componentsOf(screen).filter(ofType(...inputs, 'OptIn'));
      if (named.length < 2) continue;
      named[1]!.value['name'] = named[0]!.value['name'];
      return expect('DUPLICATE_FORM_COMPONENT_NAMES', `${named[1]!.path}.name`);
    }
    return undefined;
  },
  'only one caption': first(
    components,
    (place) => ofType('Footer')(place) && !Object.keys(place.value).some((key) => key.endsWith('caption')),
    ({ value, path }) => {
      value['left-caption'] = 'x';
      return expect('INVALID_DEPENDENCIES', path);
    },
  ),
  'a condition that ends too early': set(
    components,
    ofType('If'),
    'condition',
    '${data.x} &&',
    'INVALID_PROPERTY_VALUE',
  ),
  'a condition without a reference': set(
    components,
    ofType('If'),
    'condition',
    'true',
    'INVALID_PROPERTY_VALUE',
  ),
  'an empty then': set(components, ofType('If'), 'then', [], 'MIN_ITEMS_REQUIRED INVALID_PROPERTY_VALUE'),
  'a Switch over a word': set(
    components,
    ofType('Switch'),
    'value',
    'gold',
    'PATTERN_MISMATCH INVALID_PROPERTY_VALUE',
  ),
  'least characters above most': first(components, ofType('TextInput'), ({ value, path }) => {
    Object.assign(value, { 'min-chars': 10, 'max-chars': 2 });
    return expect('MIN_VALUE_GREATER_THAN_MAX', path, `${path}.min-chars`);
  }),
  'a picker with forty files': set(
    components,
    ofType('PhotoPicker'),
    'max-uploaded-photos',
    40,
    'MAXIMUM_VALUE_REQUIRED',
  ),
  'no version': (flow) => {
    Reflect.deleteProperty(flow, 'version');
    return expect('MISSING_FLOW_JSON_VERSION', '');
  },
  'a version that does not exist': set(top, any, 'version', '12.5', 'INVALID_FLOW_JSON_VERSION'),
  'a version as a number': set(top, any, 'version', 7.3, 'UNSUPPORTED_FLOW_JSON_VERSION'),
  'a route to nowhere': (flow) => {
    const from = Object.keys(flow.routing_model ?? {})[0];
    if (from === undefined) return undefined;
    const targets = flow.routing_model![from] as string[];
    targets.push('NOWHERE');
    return expect('INVALID_ROUTING_MODEL', `routing_model.${from}[${targets.length - 1}]`);
  },
  'a route for nobody': (flow) => {
    if (!flow.routing_model) return undefined;
    flow.routing_model['NOBODY'] = [];
    return expect('INVALID_ROUTING_MODEL', 'routing_model.NOBODY');
  },
  'an endpoint without routes': (flow) => {
    if (!flow.routing_model || flow['data_api_version'] === undefined) return undefined;
    Reflect.deleteProperty(flow, 'routing_model');
    return expect('MISSING_REQUIRED_PROPERTY', '', 'data_api_version');
  },
  'an endpoint version that does not exist': set(
    top,
    any,
    'data_api_version',
    '9.0',
    'INVALID_DATA_API_VERSION INVALID_ENUM_VALUE INVALID_PROPERTY_VALUE NO_SUPPORTED_DATA_API_VERSION',
  ),
};
