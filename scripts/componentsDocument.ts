import {
  newestVersion,
  propertyHistory,
  propertyNames,
  screenLimits,
  type Catalogue,
  type ComponentFact,
  type ObjectFact,
  type PropertyFact,
  type Shape,
  type VersionSpan,
} from '../src/flowjson/catalogue';
import { english } from '../src/flowjson/message';
import { factsAbout } from '../src/flowjson/schema/describe';
import { code, table } from './markdown';

/** All that the catalogue knows, as one page to read. */
export function componentsDocument(catalogue: Catalogue): string {
  const { versions, components, objects, actions } = catalogue.tables;
  return [
    '# Components of Flow JSON',
    'Made by `npm run docs` from the tables in `src/flowjson/catalogue`; do not edit by hand.',
    '“Source” says where a fact comes from: the documentation, or what was observed. “Or reference” means that `${data.x}` may stand in its place, and from 6.0 an expression in backticks. Limits in characters are not checked on upload; phones cut what is longer.',
    '## Versions',
    table(
      ['Version', 'State', 'What is new'],
      versions.map(({ name, state, changes }) => [name, state, changes.map(english).join(' ')]),
    ),
    '## Components',
    ...components.flatMap((component) => section(component.type, component, [...placesOf(component)])),
    '## Objects',
    ...Object.entries(objects).flatMap(([name, fact]) => section(name, fact, [])),
    '## Actions',
    table(
      ['Action', 'Versions', 'Payload', 'Next', 'URL', 'What it does', 'Where'],
      actions.map((action) => [
        code(action.name),
        span(action),
        action.payload,
        action.next,
        action.url,
        english(action.about),
        catalogue
          .actionPlaces(action.name)
          .map(({ owner, property, since }) => `${owner} ${code(property)}${since ? ` (from ${since})` : ''}`)
          .join(', '),
      ]),
    ),
  ].join('\n\n');
}

function section(name: string, fact: ObjectFact, notes: readonly string[]): string[] {
  const rows = propertyNames(fact).flatMap((property) =>
    property === 'type' && 'type' in fact
      ? []
      : propertyHistory(fact, property).map((each) => propertyRow(property, each)),
  );
  return [
    `### ${name}`,
    [english(fact.about), ...(fact.since ? [`From ${fact.since}.`] : []), ...notes].join(' '),
    table(['Property', 'Versions', 'Required', 'Value', 'What it does', 'Source'], rows),
  ];
}

function propertyRow(name: string, property: PropertyFact): string[] {
  const { required = false } = property;
  const facts = factsAbout({ ...property, required: false, since: undefined }, newestVersion);
  return [
    code(name),
    span(property),
    typeof required === 'boolean' ? (required ? 'yes' : '') : span(required),
    valueOf(property.shape),
    [property.about, ...facts].map(english).join(' '),
    property.provenance,
  ];
}

function* placesOf({ type, places }: ComponentFact): Generator<string> {
  const where = Object.entries(places).map(([place, since]) => `${place} (from ${since})`);
  yield `Stands in: ${where.join(', ')}.`;
  for (const { types, max, since } of screenLimits.filter((limit) => limit.types.includes(type))) {
    const together = types.length > 1 ? ` (${types.join(' and ')} together)` : '';
    yield `At most ${max} on a screen${together}${since ? `, from ${since}` : ''}.`;
  }
}

function span({ since, until }: VersionSpan): string {
  if (until !== undefined)
    return since === undefined ? `before ${until}` : `${since} up to, not including, ${until}`;
  return since === undefined ? 'all' : `from ${since}`;
}

/** The shape of a value in words. */
function valueOf(shape: Shape): string {
  const bound = (words: string) => ('bindable' in shape && shape.bindable ? `${words}, or reference` : words);
  switch (shape.is) {
    case 'text':
      return bound(shape.pattern ? `text like ${code(shape.pattern.source)}` : (shape.format ?? 'text'));
    case 'name':
      return 'name';
    case 'boolean':
      return bound('boolean');
    case 'number':
    case 'integer':
      return bound(`${shape.is}${range(shape)}`);
    case 'enum':
      return bound(shape.words.map(code).join(' '));
    case 'array':
      return bound(`list${range(shape)} of ${grouped(valueOf(shape.items))}`);
    case 'object':
      return bound(shape.name);
    case 'map':
      return bound(`${valueOf(shape.values)} by name`);
    case 'components':
      return `components${range(shape)} (place: ${shape.place})`;
    case 'action':
      return `${shape.object}: ${shape.names.map(({ name, since }) => code(name) + (since ? ` from ${since}` : '')).join(', ')}`;
    case 'binding':
      return 'reference';
    case 'condition':
      return 'condition';
    case 'oneOf':
      return shape.shapes.map(valueOf).join('; or ');
    case 'any':
      return 'anything';
  }
}

/** What is said of the items of a list, kept apart from what is said of the list. */
const grouped = (words: string): string => (words.includes(',') ? `(${words})` : words);

function range({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined && max === undefined) return '';
  return max === undefined ? ` ≥ ${min}` : ` ${min ?? ''}–${max}`;
}
