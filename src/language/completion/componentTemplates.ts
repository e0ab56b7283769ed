import {
  before,
  componentFact,
  isRequired,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type Shape,
} from '../../flowjson/catalogue';
import { atLeast } from '../../flowjson/catalogue/versions';
import type { Message } from '../../flowjson/message';
import { tinyImage } from './tinyImage';
import { clickActions, type ActionTemplate } from './actionTemplates';
import { someReference } from './someReference';
import type { Spot } from './spot';
import { bare, choose, fill, keyed, type Template } from './template';

/** A component that can be put in as it is. */
interface ComponentTemplate {
  readonly label: string;
  readonly about: readonly Message[];
  readonly template: Template;
}

/**
 * A component of a type with all that it needs and no more, in the variants that are worth a line; read from the catalogue, so
 * that a new type has one by itself. None where it cannot be made valid here, such as a Switch without anything to switch by.
 */
export function templatesOf(type: string, spot: Spot): readonly ComponentTemplate[] {
  const { about } = componentFact(type)!;
  const of = (label: string, template: Template | undefined): ComponentTemplate[] =>
    template === undefined ? [] : [{ label, about: [about], template }];
  switch (type) {
    case 'Footer':
    case 'EmbeddedLink':
    case 'NavigationList':
      return clickActions(type, spot).flatMap((action) =>
        of(`${type} ${action.label}`, withAction(type, spot, action)),
      );
    case 'If':
      return conditional(spot).flatMap(([label, template]) => of(label, template));
    case 'Switch':
      return of(type, switched(spot));
    default:
      return of(type, withRequired(type, spot));
  }
}

const paragraph = (text: string): Template => ({ type: 'TextBody', text: fill(text) });

function withAction(type: string, spot: Spot, { template }: ActionTemplate): Template {
  return { ...withRequired(type, spot), 'on-click-action': template };
}

function conditional(spot: Spot): [string, Template][] {
  const condition = conditionAt(spot);
  if (condition === undefined) return [];
  const base = { type: 'If', condition };
  const plain: Template = { ...base, then: [paragraph('Shown if so')] };
  const both: Template = { ...base, then: [paragraph('Shown if so')], else: [paragraph('Shown if not')] };
  const [action] = clickActions('Footer', spot);
  const hasFooter = spot.beside.some(({ type }) => type === 'Footer');
  const standsAlone = spot.screen.components.some(
    ({ type }) => type === 'NavigationList' || type === 'RichText',
  );
  if (action === undefined || hasFooter || spot.ifs > 0 || standsAlone)
    return [
      ['If', plain],
      ['If else', both],
    ];
  const footer = (label: string): Template => ({
    type: 'Footer',
    label: fill(label),
    'on-click-action': action.template,
  });
  const footers: Template = {
    ...base,
    then: [paragraph('Shown if so'), footer('Continue')],
    else: [paragraph('Shown if not'), footer('Continue')],
  };
  return [
    ['If', plain],
    ['If else', both],
    ['If else Footer', footers],
  ];
}

/** From 6.0 the condition may also be true or false itself: a beginning where there is nothing to ask about. */
function conditionAt({ flow, screen }: Spot): Template | undefined {
  const flag = someReference(screen, 'boolean');
  if (flag !== undefined) return fill(flag);
  const text = someReference(screen, 'string');
  if (text !== undefined) return fill(`${text} == ''`);
  return atLeast(flow.version, '6.0') ? bare('true') : undefined;
}

function switched({ screen }: Spot): Template | undefined {
  const value = someReference(screen, 'string');
  if (value === undefined) return undefined;
  return {
    type: 'Switch',
    value: fill(value),
    cases: keyed(
      ['first', [paragraph('Shown for this value')]],
      ['default', [paragraph('Shown for all others')]],
    ),
  };
}

function withRequired(type: string, spot: Spot): { [key: string]: Template } {
  return { type, ...requiredOf(componentFact(type)!, spot, type) };
}

/** Everything an object must have. */
export function requiredOf(fact: ObjectFact, spot: Spot, type: string): { [key: string]: Template } {
  const { version } = spot.flow;
  const entries = [...propertiesOf(fact, version)].filter(
    ([name, property]) => name !== 'type' && isRequired(property, version),
  );
  return Object.fromEntries(
    entries.flatMap(([name, { shape }]) => {
      const value = valueOf(name, shape, spot, type);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function valueOf(name: string, shape: Shape, spot: Spot, type: string): Template | undefined {
  switch (shape.is) {
    case 'name':
      return fill(freeName(spot, type));
    case 'text':
      if (name === 'name') return fill(freeName(spot, type));
      if (shape.format === 'base64') return fill(tinyImage);
      return fill(placeholders[name] ?? 'Text');
    case 'enum':
      return choose(shape.words);
    case 'boolean':
      return bare('true');
    case 'number':
    case 'integer':
      return bare(String(shape.min ?? 1));
    case 'array':
      return listOf(shape, spot, type);
    case 'object':
      return requiredOf(objectFact(shape.name), spot, type);
    case 'components':
      return [type === 'Form' && before(spot.flow.version, '4.0') ? input(spot) : paragraph('Text')];
    case 'oneOf':
      return valueOf(name, shape.shapes[0]!, spot, type);
    default:
      return undefined;
  }
}

const placeholders: Readonly<Record<string, string>> = {
  label: 'Label',
  title: 'Title',
  text: 'Text',
  'alt-text': 'What it shows',
};

function input(spot: Spot): Template {
  return { type: 'TextInput', name: fill(freeName(spot, 'TextInput')), label: fill('Label') };
}

/** A list of choices has two entries: with one there is nothing to choose. */
function listOf({ items }: Shape & { readonly is: 'array' }, spot: Spot, type: string): Template {
  if (items.is !== 'object') return [valueOf('', items, spot, type) ?? fill('')];
  const fact = objectFact(items.name);
  const ids = propertiesOf(fact, spot.flow.version).has('id') ? ['first', 'second'] : [undefined];
  return ids.map((id) => ({ ...requiredOf(fact, spot, type), ...(id !== undefined && { id: fill(id) }) }));
}

/** A name that no component of the screen has: `text_input`, `text_input_2`. Without hyphens, which expressions read as minus. */
function freeName({ screen }: Spot, type: string): string {
  const stem = type.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
  const taken = new Set(screen.components.map(({ name }) => name));
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}_${count}`;
  return name;
}
