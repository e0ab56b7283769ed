import type { Shape } from '../catalogue';
import { boundTo, parseReference } from '../text/reference';
import { say } from '../message';
import { items, plainValue, property, stringOf } from '../text/nodes';
import { preferred, removeIfOptional, short, useReplacement, useSuggestion } from './common';
import { insertItem, remove, replace } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { componentAround, placeOf, type Place } from './places';
import { mendScreenId } from './routing';
import { sampleFor } from './samples';
import { endScreen } from './screenParts';

/** Quotes too many around a number or a word, or too few around a text. */
const unquoted: Fixer = (_, diagnosis) => {
  const { replacement } = diagnosis.facts;
  if (replacement === undefined) return [];
  const title = replacement.startsWith('"')
    ? say('Put it in quotes: {0}', short(replacement))
    : say('Write it without quotes: {0}', short(replacement));
  return [best('mend-quotes', title, () => useReplacement(diagnosis))];
};

const wrongType: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const wraps = facts['expected'] === 'array' ? wrapInList(flow, diagnosis) : [];
  const repaired = [...unquoted(flow, diagnosis), ...wraps];
  const place = placeOf(flow, node);
  const isWhole = place?.node.children?.[1] === node;
  if (repaired.length > 0 || !isWhole) return repaired;
  const sample = sampleFor(flow, place.object, place.key);
  return [
    ...preferred(removeIfOptional(flow, node)),
    ...(sample === undefined || place.fact?.shape.is === 'components'
      ? []
      : [fix('write-sample', say('Write an example value'), () => replace(flow, node, sample))]),
  ];
};

/** One item that stands without its list. */
const wrapInList: Fixer = (flow, { node }) => {
  const shape = placeOf(flow, node)?.fact?.shape;
  if (shape?.is !== 'array' || !isOf(shape.items, node.type)) return [];
  return [
    best('wrap-in-list', say('Put it in brackets, as a list'), () => replace(flow, node, [plainValue(node)])),
  ];
};

function isOf({ is }: Shape, type: string): boolean {
  if (type === 'string') return is === 'text' || is === 'name' || is === 'enum';
  return is === type;
}

const word: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const place = placeOf(flow, node);
  const words = ((place?.fact && wordsOf(place.fact.shape)) ?? []).filter((one) => goesWith(place, one));
  const suggested = words.includes(facts['suggestion'] ?? '')
    ? useSuggestion(flow, diagnosis, 'use-word')
    : [];
  const others = words.filter((one) => one !== facts['suggestion']).slice(0, 8);
  const fixes = asWords(flow, node, others);
  return [...suggested, ...(words.length === 1 ? preferred(fixes) : fixes)];
};

/** Inputs for addresses and telephones take no pattern of their own. */
const goesWith = (place: Place | undefined, one: string): boolean =>
  !(['email', 'phone'].includes(one) && property(place?.object, 'pattern'));

const asWords = (
  flow: Parameters<Fixer>[0],
  node: Parameters<typeof replace>[1],
  words: readonly string[],
): Fix[] =>
  words.map((one) => fix(`use-word-${one}`, say('Change to {0}', one), () => replace(flow, node, one)));

function wordsOf(shape: Shape): readonly string[] | undefined {
  if (shape.is === 'enum') return shape.words;
  return shape.is === 'array' ? wordsOf(shape.items) : undefined;
}

const blank: Fixer = (flow, { node }) => {
  const place = placeOf(flow, node);
  const sample = place && sampleFor(flow, place.object, place.key);
  const isItem = node.parent?.type === 'array';
  if (isItem) return [best('remove-item', say('Remove this'), () => remove(flow, node))];
  return [
    ...preferred(removeIfOptional(flow, node)),
    ...(typeof sample === 'string'
      ? [fix('fill-in', say('Write "{0}"', short(sample)), () => replace(flow, node, sample))]
      : []),
  ];
};

const colourOrId: Fixer = (flow, { node, facts: { property: key } }) => {
  const text = stringOf(node);
  if (text === undefined) return [];
  if (key === 'color') {
    const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
    if (digits === undefined) return removeIfOptional(flow, node);
    const colour = `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
    return [best('mend-colour', say('Change to {0}', colour), () => replace(flow, node, colour))];
  }
  return mendScreenId(flow, node);
};

/** Whole addresses; a pattern that cannot be read may only go. */
const format: Fixer = (flow, { node, facts }) => {
  const text = stringOf(node)?.trim() ?? '';
  if (facts['format'] === 'uri' && /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) {
    const address = `https://${text}`;
    return [best('add-https', say('Change to {0}', short(address)), () => replace(flow, node, address))];
  }
  return removeIfOptional(flow, node);
};

const tooFew: Fixer = (flow, { node }) => {
  const place = placeOf(flow, node);
  if (!place) return [];
  const sample = sampleFor(flow, place.object, place.key);
  if (place.key === 'screens' && node === flow.tree.screensNode) {
    return [best('add-item', say('Add a screen'), () => insertItem(flow, node, endScreen('FIRST')))];
  }
  const [first] = Array.isArray(sample) ? (sample as unknown[]) : [];
  const fills: Fix[] =
    node.type === 'array' && first !== undefined
      ? [fix('add-item', say('Add an item'), () => replaceOrAdd(flow, node, sample, first))]
      : typeof sample === 'string'
        ? [fix('fill-in', say('Write "{0}"', short(sample)), () => replace(flow, node, sample))]
        : [];
  return preferred([...removeIfOptional(flow, node), ...fills]);
};

function replaceOrAdd(
  flow: Parameters<Fixer>[0],
  node: Parameters<typeof replace>[1],
  whole: unknown,
  item: unknown,
) {
  return items(node).length === 0 ? replace(flow, node, whole) : insertItem(flow, node, item);
}

const tooMany: Fixer = (flow, { node }) => {
  const shape = placeOf(flow, node)?.fact?.shape;
  if (shape?.is !== 'array' || shape.max === undefined) return [];
  const surplus = items(node).slice(shape.max);
  return [
    fix('remove-surplus', say('Remove the last {0} items', surplus.length), () => remove(flow, ...surplus)),
  ];
};

const bounds: Fixer = (_, diagnosis) => [
  best('use-bound', say('Change to {0}', diagnosis.facts['replacement'] ?? ''), () =>
    useReplacement(diagnosis),
  ),
];

/** The name of something that `data.x` was meant to refer to. */
const binding: Fixer = (flow, { node }) => {
  const text = stringOf(node)?.trim() ?? '';
  const screen = flow.screenAround(node);
  const place = placeOf(flow, node);
  if (!screen || !place) return [];
  const meant = parseReference(text)
    ? `\${${text}}`
    : screen.data().has(text)
      ? `\${data.${text}}`
      : screen.named().has(text)
        ? `\${form.${text}}`
        : undefined;
  const value = meant ?? sampleFor(flow, place.object, place.key);
  if (typeof value !== 'string') return [];
  return [best('write-reference', say('Change to {0}', short(value)), () => replace(flow, node, value))];
};

const plainName: Fixer = (flow, { node }) => {
  const text = stringOf(node) ?? '';
  const last = boundTo(text)?.path.at(-1);
  const component = componentAround(flow, node);
  const isTaken = last !== undefined && flow.screenAround(node)?.named().has(last);
  if (last === undefined || component === undefined || isTaken) return [];
  return [best('write-name', say('Change to {0}', short(last)), () => replace(flow, node, last))];
};

export const valueFixers: Fixers = {
  'wrong-type': wrongType,
  'not-a-number': (flow, diagnosis) => {
    const mended = unquoted(flow, diagnosis);
    return mended.length > 0 ? mended : wrongType(flow, diagnosis);
  },
  'unknown-word': word,
  'unknown-action': (flow, diagnosis) => useSuggestion(flow, diagnosis),
  'blank-text': blank,
  'text-pattern': colourOrId,
  'value-format': format,
  'too-few': tooFew,
  'too-many': tooMany,
  'number-bounds': bounds,
  'binding-needed': binding,
  'name-is-reference': plainName,
};
