import { footer, navigate, screen, type Json } from '../unit/flowjson/support';

/** Makes a flow of about that many characters. */
type Shape = (size: number) => string;

/** Base64 that nothing can compress away: as many characters as asked for, beginning like a PNG. */
function image(length: number, seed: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let state = seed + 1;
  let text = 'iVBORw0KGgoAAAANSUhEUg';
  while (text.length < length - 4) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text += letters.charAt((state >> 16) & 63);
  }
  return text.padEnd(Math.ceil(text.length / 4) * 4, 'A');
}

/** `SCREEN_AAB`: screen ids have letters only. */
function idOf(index: number): string {
  const digits = index.toString(26).padStart(4, '0');
  return `SCREEN_${Array.from(digits, (digit) => String.fromCharCode(65 + parseInt(digit, 26))).join('')}`;
}

function options(count: number): Json[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `option_${index}`,
    title: `Option ${index}`,
    description: `What one gets with option ${index}`,
  }));
}

/** A screen as people write them: texts, inputs, options, conditions, expressions, data from the screen before. */
function ordinaryScreen(index: number, isLast: boolean, imageLength: number): Json {
  const children: Json[] = [
    { type: 'TextHeading', text: '${data.heading}' },
    { type: 'TextBody', text: "`'Thank you, ' ${data.name} '. Some more questions follow.'`" },
    ...(imageLength > 0 ? [{ type: 'Image', src: image(imageLength, index), height: 120 }] : []),
    {
      type: 'TextInput',
      name: `street_${index}`,
      label: 'Street',
      required: true,
      'init-value': '${data.name}',
    },
    {
      type: 'TextInput',
      name: `age_${index}`,
      label: 'Age',
      'input-type': 'number',
      'helper-text': 'In years',
    },
    { type: 'Dropdown', name: `district_${index}`, label: 'District', 'data-source': '${data.districts}' },
    { type: 'RadioButtonsGroup', name: `kind_${index}`, label: 'Kind', 'data-source': options(6) },
    { type: 'CheckboxGroup', name: `wishes_${index}`, label: 'Wishes', 'data-source': options(8) },
    {
      type: 'DatePicker',
      name: `day_${index}`,
      label: 'Day',
      'min-date': '2025-01-01',
      'max-date': '2026-12-31',
    },
    {
      type: 'If',
      condition: `(\${data.premium} == true) && (\${form.age_${index}} > 17)`,
      then: [{ type: 'TextArea', name: `note_${index}`, label: 'A note', 'max-length': 300 }],
      else: [{ type: 'TextCaption', text: 'Premium customers may leave a note.' }],
    },
    { type: 'OptIn', name: `terms_${index}`, label: 'I agree to the terms', required: true },
  ];
  const payload = {
    name: `\${form.street_${index}}`,
    heading: `\`\${data.heading} ' / ' \${form.kind_${index}}\``,
    premium: '${data.premium}',
    districts: '${data.districts}',
  };
  const action = isLast ? { name: 'complete', payload } : navigate(idOf(index + 1), payload);
  return screen([...children, footer(action)], {
    id: idOf(index),
    title: `Question ${index + 1}`,
    ...(isLast && { terminal: true }),
    data: {
      name: { type: 'string', __example__: 'Ada' },
      heading: { type: 'string', __example__: 'About you' },
      premium: { type: 'boolean', __example__: true },
      districts: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
        __example__: [{ id: 'north', title: 'North' }],
      },
    },
  });
}

const written = (screens: readonly Json[], more: Json = {}): string =>
  JSON.stringify({ version: '7.3', ...more, screens }, undefined, 2);

/** As many of what `make` makes as fit into a size, given how long one is when written. */
function fill<T>(size: number, make: (index: number) => T): T[] {
  const one = JSON.stringify([make(1000)], undefined, 2).length + 12;
  return Array.from({ length: Math.max(1, Math.round(size / one)) }, (_, index) => make(index));
}

/**
 * A flow as people write them, of about that many characters: up to 100 screens, and images in base64 for the rest, as
 * it is in real flows of many megabytes.
 */
export const ordinaryFlow: Shape = (size) => {
  const bare = written([ordinaryScreen(0, false, 0)]).length;
  const count = Math.min(100, Math.max(2, Math.round(size / bare)));
  const rest = Math.max(0, Math.floor(size / count - bare));
  const imageLength = rest > bare / 2 ? rest : 0;
  return written(
    Array.from({ length: count }, (_, index) => ordinaryScreen(index, index === count - 1, imageLength)),
  );
};

/** The same without images: as many screens as it takes, though not more than 100 are allowed. */
export const denseFlow: Shape = (size) => {
  const bare = written([ordinaryScreen(0, false, 0)]).length;
  const count = Math.max(2, Math.round(size / bare));
  return written(Array.from({ length: count }, (_, index) => ordinaryScreen(index, index === count - 1, 0)));
};

/** One terminal screen of these components. */
const oneScreen = (children: readonly Json[], more: Json = {}): string =>
  written([
    screen([...children, footer({ name: 'complete', payload: {} })], { id: 'ONLY', terminal: true, ...more }),
  ]);

const input = (index: number): Json => ({ type: 'TextInput', name: `input_${index}`, label: 'A label' });

/** Shapes that people do not write and that must stay bearable all the same: each large in one respect. */
export const shapes: Readonly<Record<string, Shape>> = {
  'small screens, each leading to the next': (size) => {
    const count = fill(size, (index) => screen([footer(navigate(idOf(index)))], { id: idOf(index) })).length;
    return written(
      Array.from({ length: count }, (_, index) =>
        screen([footer(index === count - 1 ? { name: 'complete' } : navigate(idOf(index + 1)))], {
          id: idOf(index),
          terminal: index === count - 1,
        }),
      ),
    );
  },
  'small screens that read data of the first one': (size) =>
    written(
      fill(size, (index) =>
        screen([{ type: 'TextBody', text: `\${screen.${idOf(0)}.data.a_${index}}` }], { id: idOf(index) }),
      ),
    ),
  'components on one screen': (size) => oneScreen(fill(size, input)),
  'components of one name': (size) => oneScreen(fill(size, () => input(1))),
  'components without a type': (size) => oneScreen(fill(size, () => ({ text: 'x' }))),
  'Footers on one screen': (size) => oneScreen(fill(size, () => footer({ name: 'complete', payload: {} }))),
  'Ifs with a Footer in each branch': (size) =>
    oneScreen(
      fill(size, () => ({
        type: 'If',
        condition: '${data.x}',
        then: [footer({ name: 'complete' })],
        else: [footer({ name: 'complete' })],
      })),
    ),
  'links to unknown screens': (size) =>
    oneScreen(
      fill(size, (index) => ({
        type: 'EmbeddedLink',
        text: 'More',
        'on-click-action': navigate(`NOWHERE_${idOf(index)}`, { a: '${data.b}' }),
      })),
    ),
  'references to unknown data': (size) =>
    oneScreen(fill(size, (index) => ({ type: 'TextBody', text: `\${data.unknown_${index}}` }))),
  'references in expressions': (size) => {
    const text = fill(size, () => "${data.a} ' and '").join(' ');
    return oneScreen([{ type: 'TextBody', text: `\`${text}\`` }], {
      data: { a: { type: 'string', __example__: 'x' } },
    });
  },
  'entries of a data model': (size) => {
    const entries = fill(size, (index) => [`entry_${index}`, { type: 'string', __example__: 'x' }] as const);
    return oneScreen([], { data: Object.fromEntries(entries) });
  },
  'entries of a data model and references to them': (size) => {
    const count = fill(size / 2, (index) => ({
      [`entry_${index}`]: { type: 'string', __example__: 'x' },
    })).length;
    const indexes = Array.from({ length: count }, (_, index) => index);
    return oneScreen(
      indexes.map((index) => ({ type: 'TextBody', text: `\${data.entry_${index}}` })),
      {
        data: Object.fromEntries(
          indexes.map((index) => [`entry_${index}`, { type: 'string', __example__: 'x' }]),
        ),
      },
    );
  },
  'example rows': (size) =>
    oneScreen([], {
      data: {
        rows: {
          type: 'array',
          items: { type: 'object' },
          __example__: fill(size, (index) => options(index + 1).at(-1)!),
        },
      },
    }),
  'options of one list': (size) =>
    oneScreen([
      {
        type: 'Dropdown',
        name: 'one',
        label: 'One',
        'data-source': fill(size, (index) => ({ id: `o_${index}`, title: 'x' })),
      },
    ]),
  'options of one id': (size) =>
    oneScreen([
      {
        type: 'Dropdown',
        name: 'one',
        label: 'One',
        'data-source': fill(size, () => ({ id: 'o', title: 'x' })),
      },
    ]),
  'init-values for inputs of a Form': (size) => {
    const count = fill(size, (index) => ({ ...input(index), [`input_${index}`]: 'x' })).length;
    const indexes = Array.from({ length: count }, (_, index) => index);
    const values = Object.fromEntries(indexes.map((index) => [`input_${index}`, 'x']));
    return oneScreen([
      {
        type: 'Form',
        name: 'form',
        'init-values': values,
        'error-messages': values,
        children: indexes.map(input),
      },
    ]);
  },
  'init-values for nobody': (size) =>
    oneScreen([
      {
        type: 'Form',
        name: 'form',
        'init-values': Object.fromEntries(fill(size, (index) => [`nobody_${index}`, 'x'] as const)),
        children: [input(0)],
      },
    ]),
  'names in sensitive': (size) => oneScreen([], { sensitive: fill(size, (index) => `nobody_${index}`) }),
  'keys of a payload': (size) => {
    const payload = Object.fromEntries(
      fill(size, (index) => [`key_${index}`, `\${form.nobody_${index}}`] as const),
    );
    return written([
      screen([footer(navigate('LAST', payload))], { id: 'FIRST' }),
      screen([footer({ name: 'complete', payload })], {
        id: 'LAST',
        terminal: true,
        data: { other: { type: 'string', __example__: 'x' } },
      }),
    ]);
  },
  'routes of a model': (size) => {
    const routes = fill(size, (index) => [idOf(index), [idOf(index + 1)]] as const);
    return written([screen([footer({ name: 'complete' })], { id: idOf(0), terminal: true })], {
      data_api_version: '3.0',
      routing_model: Object.fromEntries(routes),
    });
  },
  'routes of one screen': (size) =>
    written([screen([footer({ name: 'complete' })], { id: idOf(0), terminal: true })], {
      data_api_version: '3.0',
      routing_model: { [idOf(0)]: fill(size, (index) => idOf(index + 1)) },
    }),
  'screens and their routes': (size) => {
    const count = fill(size, (index) => ({
      ...screen([footer({ name: 'data_exchange' })], { id: idOf(index) }),
      routes: [idOf(index)],
    })).length;
    const indexes = Array.from({ length: count }, (_, index) => index);
    return written(
      indexes.map((index) => screen([footer({ name: 'data_exchange' })], { id: idOf(index) })),
      {
        data_api_version: '3.0',
        routing_model: Object.fromEntries(indexes.map((index) => [idOf(index), [idOf(index + 1)]])),
      },
    );
  },
  'unknown properties of one component': (size) =>
    oneScreen([
      Object.fromEntries([
        ['type', 'TextBody'],
        ['text', 'x'],
        ...fill(size, (index) => [`unknown_${index}`, 'x'] as const),
      ]),
    ]),
  'unknown properties of the flow': (size) =>
    written([], Object.fromEntries(fill(size, (index) => [`unknown_${index}`, 'x'] as const))),
  'unknown component types': (size) =>
    oneScreen(fill(size, (index) => ({ type: `Textt_${index}`, text: 'x' }))),
  'cases of a Switch': (size) =>
    oneScreen([
      {
        type: 'Switch',
        value: '${data.x}',
        cases: Object.fromEntries(
          fill(size, (index) => [`case_${index}`, [{ type: 'TextBody', text: 'x' }]] as const),
        ),
      },
    ]),
  'paragraphs of a RichText': (size) =>
    oneScreen([
      {
        type: 'RichText',
        text: fill(size, (index) => `# Part ${index}, **bold** and [a link](https://example.com)`),
      },
    ]),
  'rows of a NavigationList': (size) =>
    oneScreen([
      {
        type: 'NavigationList',
        name: 'list',
        'list-items': fill(size, (index) => ({
          id: `row_${index}`,
          'main-content': { title: 'x' },
          'on-click-action': navigate('ONLY'),
        })),
      },
    ]),
  'unavailable days': (size) =>
    oneScreen([
      {
        type: 'DatePicker',
        name: 'day',
        label: 'Day',
        'unavailable-dates': fill(size, () => '2031-02-30'),
        'min-date': '2025-01-01',
      },
    ]),
  'one text': (size) => oneScreen([{ type: 'TextBody', text: 'x'.repeat(size) }]),
  'one markdown text': (size) =>
    oneScreen([{ type: 'TextBody', markdown: true, text: '**a** [b](c '.repeat(size / 12) }]),
  'one image': (size) => oneScreen([{ type: 'Image', src: image(size, 1) }]),
  'one condition': (size) =>
    oneScreen([
      {
        type: 'If',
        condition: `\${data.x}${' && (${data.x})'.repeat(size / 15)}`,
        then: [{ type: 'TextBody', text: 'x' }],
      },
    ]),
  'opening brackets in an expression': (size) =>
    oneScreen([{ type: 'TextBody', text: `\`${'('.repeat(size)}\`` }]),
  'exclamation marks in a condition': (size) =>
    oneScreen([{ type: 'If', condition: '!'.repeat(size), then: [{ type: 'TextBody', text: 'x' }] }]),
  'openings of references': (size) => oneScreen([{ type: 'TextBody', text: '${'.repeat(size / 2) }]),
  backslashes: (size) => oneScreen([{ type: 'TextBody', text: '\\'.repeat(size / 2) }]),
};
