import { type Draw, field, helper, image, label, small, type Surroundings, tap } from './draw';
import { element, escape } from './html';
import { chips, dropdown, navigationList, options } from './lists';
import { body, plain, richText } from './texts';
import { holds, isLoose, listOf, type Loose, resolve, textOf } from './values';

export function drawComponents(children: unknown, around: Surroundings): string {
  return listOf(children)
    .map((component) => drawComponent(component, around))
    .join('\n');
}

function drawComponent(component: Loose, around: Surroundings): string {
  if (resolve(component.visible, around.data) === false) return '';
  const type = textOf(component.type);
  const draw = Object.hasOwn(DRAWINGS, type) ? DRAWINGS[type] : undefined;
  return draw
    ? draw(component, around)
    : element('div', { class: 'not-drawn' }, `${escape(type)} is not drawn by this simulator`);
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  number: 'number',
  email: 'email',
  password: 'password',
  passcode: 'password',
  phone: 'tel',
};

const input =
  (type: string): Draw =>
  (component, { data }) => {
    const value = resolve(component['init-value'], data);
    return element('input', { type, dir: 'auto', value: value === undefined ? undefined : textOf(value) });
  };

const textInput: Draw = (component, around) =>
  input(INPUT_TYPES[textOf(component['input-type'])] ?? 'text')(component, around);

const textArea: Draw = (component, { data }) =>
  element('textarea', { rows: 3, dir: 'auto' }, escape(textOf(resolve(component['init-value'], data))));

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

const link: Draw = (component, { data }) => {
  const attributes = { class: 'link', type: 'button', dir: 'auto', ...tap(component['on-click-action']) };
  return element('button', attributes, escape(textOf(resolve(component.text, data))));
};

const optIn: Draw = (component, { data }) => {
  const action = component['on-click-action'];
  return element(
    'label',
    { class: 'opt-in' },
    element('input', { type: 'checkbox', checked: resolve(component['init-value'], data) === true }),
    element('span', { dir: 'auto' }, escape(textOf(resolve(component.label, data)))),
    isLoose(action) ? element('button', { class: 'link', type: 'button', ...tap(action) }, 'Read more') : '',
  );
};

const carousel: Draw = (component, { data }) => {
  const images = listOf(resolve(component.images, data)).map((one) =>
    image(one.src, one['alt-text'], component),
  );
  return element('div', { class: 'carousel' }, ...images);
};

const picker =
  (text: string): Draw =>
  (component, around) => {
    const heading = label({ ...component, required: true }, around);
    return element(
      'div',
      { class: 'field' },
      heading,
      helper(component, around),
      element('div', { class: 'not-drawn' }, text),
    );
  };

const footer: Draw = (component, { data, footers }) => {
  const captions = ['left-caption', 'center-caption', 'right-caption']
    .filter((name) => component[name] !== undefined)
    .map((name) => element('span', {}, escape(textOf(resolve(component[name], data)))));
  const attributes = { class: 'button', type: 'button', dir: 'auto', ...tap(component['on-click-action']) };
  const button = element('button', attributes, escape(textOf(resolve(component.label, data))));
  footers.push(element('div', { class: 'captions' }, ...captions) + button);
  return '';
};

const choice: Draw = (component, around) => {
  const cases = isLoose(component.cases) ? component.cases : {};
  const value = textOf(resolve(component.value, around.data));
  return drawComponents(cases[value] ?? cases.default ?? Object.values(cases)[0], around);
};

const DRAWINGS: Readonly<Record<string, Draw>> = {
  TextHeading: plain('h1', 'heading'),
  TextSubheading: plain('h2', 'subheading'),
  TextBody: body('body'),
  TextCaption: body('caption'),
  RichText: richText,
  TextInput: field(textInput),
  TextArea: field(textArea),
  DatePicker: field(input('date')),
  CalendarPicker: calendar,
  CheckboxGroup: options('checkbox'),
  RadioButtonsGroup: options('radio'),
  ChipsSelector: chips,
  Dropdown: dropdown,
  OptIn: optIn,
  EmbeddedLink: link,
  Image: (component, { data }) => image(resolve(component.src, data), component['alt-text'], component),
  ImageCarousel: carousel,
  NavigationList: navigationList,
  PhotoPicker: picker('Photos cannot be chosen in this simulator'),
  DocumentPicker: picker('Files cannot be chosen in this simulator'),
  Form: (component, around) => drawComponents(component.children, around),
  If: (component, around) =>
    drawComponents(holds(component.condition, around.data) ? component.then : component.else, around),
  Switch: choice,
  Footer: footer,
};
