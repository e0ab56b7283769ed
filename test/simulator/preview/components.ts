import { element, escape } from './html';
import { holds, isLoose, listOf, type Loose, resolve, textOf } from './values';

/** What a component needs to know of the screen that it stands on. */
export interface Surroundings {
  readonly data: Loose;
  /** Collected, because the footer is drawn under the scrolling column. */
  readonly footers: string[];
}

type Draw = (component: Loose, around: Surroundings) => string;

export function drawComponents(children: unknown, around: Surroundings): string {
  return listOf(children)
    .map((component) => drawComponent(component, around))
    .join('\n');
}

function drawComponent(component: Loose, around: Surroundings): string {
  if (resolve(component.visible, around.data) === false) return '';
  const type = textOf(component.type);
  const draw = Object.hasOwn(DRAWINGS, type) ? DRAWINGS[type] : undefined;
  return draw ? draw(component, around) : notDrawn(type);
}

function notDrawn(type: string): string {
  return element('div', { class: 'not-drawn' }, `${escape(type)} is not drawn by this simulator`);
}

const paragraph =
  (tag: string, name: string): Draw =>
  (component, { data }) => {
    const text = resolve(component.text, data);
    const paragraphs = Array.isArray(text) ? text.map(textOf) : [textOf(text)];
    return paragraphs.map((one) => element(tag, { class: name, dir: 'auto' }, markdown(one))).join('');
  };

/** Bold, italic, struck out and links; the rest of Markdown stays as it is written. */
function markdown(text: string): string {
  return escape(text)
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\*([^*]+)\*/g, '<i>$1</i>')
    .replace(/~~([^~]+)~~/g, '<s>$1</s>')
    .replace(/\[([^\]]+)\]\(https:[^)]+\)/g, '<u>$1</u>');
}

function label(component: Loose, { data }: Surroundings, text: unknown = component.label): string {
  const optional =
    resolve(component.required, data) === true ? '' : element('span', { class: 'optional' }, ' (optional)');
  return element('span', { class: 'label', dir: 'auto' }, escape(textOf(resolve(text, data))), optional);
}

function helper(component: Loose, { data }: Surroundings): string {
  const text = component['helper-text'] ?? component.description;
  return text === undefined
    ? ''
    : element('span', { class: 'helper', dir: 'auto' }, escape(textOf(resolve(text, data))));
}

const field =
  (inner: (component: Loose, around: Surroundings) => string): Draw =>
  (component, around) =>
    element(
      'label',
      { class: 'field' },
      label(component, around),
      inner(component, around),
      helper(component, around),
    );

const input =
  (type: string): Draw =>
  (component, { data }) => {
    const value = resolve(component['init-value'], data);
    return element('input', { type, dir: 'auto', value: value === undefined ? undefined : textOf(value) });
  };

const INPUT_TYPES: Readonly<Record<string, string>> = {
  number: 'number',
  email: 'email',
  password: 'password',
  passcode: 'password',
  phone: 'tel',
};

const options =
  (type: 'checkbox' | 'radio'): Draw =>
  (component, around) => {
    const items = listOf(resolve(component['data-source'], around.data)).map((item) =>
      element(
        'label',
        { class: 'option' },
        element(
          'span',
          { dir: 'auto' },
          escape(textOf(item.title)),
          small(item.description),
          small(item.metadata),
        ),
        element('input', { type, name: textOf(component.name), disabled: item.enabled === false }),
      ),
    );
    return element('div', { class: 'group' }, label(component, around), helper(component, around), ...items);
  };

function small(text: unknown): string {
  return text === undefined ? '' : element('small', {}, escape(textOf(text)));
}

const chips: Draw = (component, around) => {
  const items = listOf(resolve(component['data-source'], around.data)).map((item) =>
    element('label', { class: 'chip' }, element('input', { type: 'checkbox' }), escape(textOf(item.title))),
  );
  return element(
    'div',
    { class: 'group' },
    label(component, around),
    element('div', { class: 'chips' }, ...items),
    helper(component, around),
  );
};

const dropdown: Draw = field((component, { data }) => {
  const items = listOf(resolve(component['data-source'], data)).map((item) =>
    element('option', {}, escape(textOf(item.title))),
  );
  return element('select', { dir: 'auto' }, element('option', {}, ''), ...items);
});

const calendar: Draw = (component, around) => {
  const texts = isLoose(component.label)
    ? [component.label['start-date'], component.label['end-date']]
    : [component.label];
  const fields = texts.map((text) =>
    element(
      'label',
      { class: 'field' },
      label({ ...component, required: true }, around, text),
      input('date')({}, around),
    ),
  );
  return element('div', { class: 'group' }, small(component.title), ...fields);
};

/** What a tap does, for the script of the page. */
function tap(action: unknown): Readonly<Record<string, string | undefined>> {
  if (!isLoose(action)) return {};
  const next = isLoose(action.next) ? textOf(action.next.name) : undefined;
  return {
    'data-action': textOf(action.name),
    'data-next': next,
    'data-payload': JSON.stringify(action.payload ?? {}),
  };
}

const link: Draw = (component, { data }) =>
  element(
    'button',
    { class: 'link', type: 'button', dir: 'auto', ...tap(component['on-click-action']) },
    escape(textOf(resolve(component.text, data))),
  );

const optIn: Draw = (component, { data }) =>
  element(
    'label',
    { class: 'opt-in' },
    element('input', { type: 'checkbox' }),
    element('span', { dir: 'auto' }, escape(textOf(resolve(component.label, data)))),
    isLoose(component['on-click-action'])
      ? element(
          'button',
          { class: 'link', type: 'button', ...tap(component['on-click-action']) },
          'Read more',
        )
      : '',
  );

function image(source: unknown, alternative: unknown, height?: unknown): string {
  const base64 = textOf(source);
  const type = base64.startsWith('/9j/') ? 'jpeg' : base64.startsWith('UklGR') ? 'webp' : 'png';
  const attributes = {
    class: 'image',
    alt: textOf(alternative),
    height: typeof height === 'number' ? height : undefined,
  };
  return element('img', { ...attributes, src: `data:image/${type};base64,${base64}` });
}

const navigationList: Draw = (component, around) => {
  const rows = listOf(resolve(component['list-items'], around.data)).map((item) => {
    const content = isLoose(item['main-content']) ? item['main-content'] : {};
    const start = isLoose(item.start) ? image(item.start.image, item.start['alt-text']) : '';
    const badge = item.badge === undefined ? '' : element('em', {}, escape(textOf(item.badge)));
    const text = element(
      'span',
      { dir: 'auto' },
      escape(textOf(content.title)),
      badge,
      small(content.description),
      small(content.metadata),
    );
    return element(
      'button',
      { class: 'row', type: 'button', ...tap(item['on-click-action'] ?? component['on-click-action']) },
      start,
      text,
      '<span>›</span>',
    );
  });
  const heading = component.label === undefined ? '' : label({ ...component, required: true }, around);
  return element('div', { class: 'group' }, heading, helper(component, around), ...rows);
};

const picker =
  (text: string): Draw =>
  (component, around) =>
    element(
      'div',
      { class: 'field' },
      label({ ...component, required: true }, around),
      helper(component, around),
      element('div', { class: 'not-drawn' }, text),
    );

const footer: Draw = (component, { data, footers }) => {
  const captions = ['left-caption', 'center-caption', 'right-caption']
    .filter((name) => component[name] !== undefined)
    .map((name) => element('span', {}, escape(textOf(resolve(component[name], data)))));
  const attributes = { class: 'button', type: 'button', dir: 'auto', ...tap(component['on-click-action']) };
  footers.push(
    element('div', { class: 'captions' }, ...captions) +
      element('button', attributes, escape(textOf(resolve(component.label, data)))),
  );
  return '';
};

const choice: Draw = (component, around) => {
  const cases = isLoose(component.cases) ? component.cases : {};
  const value = textOf(resolve(component.value, around.data));
  return drawComponents(cases[value] ?? cases.default ?? Object.values(cases)[0], around);
};

const DRAWINGS: Readonly<Record<string, Draw>> = {
  TextHeading: paragraph('h1', 'heading'),
  TextSubheading: paragraph('h2', 'subheading'),
  TextBody: paragraph('p', 'body'),
  TextCaption: paragraph('p', 'caption'),
  RichText: paragraph('p', 'body rich'),
  TextInput: field((component, around) =>
    input(INPUT_TYPES[textOf(component['input-type'])] ?? 'text')(component, around),
  ),
  TextArea: field(() => element('textarea', { rows: 3, dir: 'auto' })),
  DatePicker: field(input('date')),
  CalendarPicker: calendar,
  CheckboxGroup: options('checkbox'),
  RadioButtonsGroup: options('radio'),
  ChipsSelector: chips,
  Dropdown: dropdown,
  OptIn: optIn,
  EmbeddedLink: link,
  Image: (component, { data }) =>
    image(resolve(component.src, data), component['alt-text'], component.height),
  ImageCarousel: (component, { data }) =>
    element(
      'div',
      { class: 'carousel' },
      ...listOf(resolve(component.images, data)).map((one) => image(one.src, one['alt-text'])),
    ),
  NavigationList: navigationList,
  PhotoPicker: picker('Photos cannot be chosen in this simulator'),
  DocumentPicker: picker('Files cannot be chosen in this simulator'),
  Form: (component, around) => drawComponents(component.children, around),
  If: (component, around) =>
    drawComponents(holds(component.condition, around.data) ? component.then : component.else, around),
  Switch: choice,
  Footer: footer,
};
