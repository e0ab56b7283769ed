import { mediaTotals } from '../catalogue/limits';
import { say } from '../message';
import type { Component } from '../model/component';
import type { Flow } from '../model/flow';
import { referencesOf } from '../model/reference';
import { mostFiles } from '../rules/actions/pickerValues';
import type { Edit } from '../text/edit';
import { items, plainValue, property, stringOf, stringsBelow, valueOf, type Node } from '../text/nodes';
import { preferred, removeProperty, short, useSuggestion } from './common';
import { remove, replace, replaceInside, setProperties, setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { freeName } from './names';
import { actionAround, componentAround, placeOf } from './places';

/** The least above the most, the first day after the last: the two change places. */
const swap: Fixer = (flow, { node, facts: { min, max } }) => {
  const object = placeOf(flow, node)?.object;
  const low = valueOf(object, min ?? '');
  const high = valueOf(object, max ?? '');
  if (!low || !high) return [];
  return [
    best('swap-limits', say('Swap "{0}" and "{1}"', min!, max!), () => [
      ...replace(flow, low, plainValue(high)),
      ...replace(flow, high, plainValue(low)),
    ]),
  ];
};

/** Limits of the pickers in an answer so that all of them together may be sent. */
const totals: Fixer = (flow, { node }) => {
  const action = actionAround(flow, node);
  const pickers = action?.payload ? pickersIn(flow, action.payload) : [];
  if (pickers.length === 0 || pickers.length > mediaTotals.maxFiles) return [];
  const files = Math.floor(mediaTotals.maxFiles / pickers.length);
  const kilobytes = Math.floor(mediaTotals.maxKilobytes / (files * pickers.length));
  return [
    best('set-picker-limits', say('Limit to {0} files of {1} KB each', files, kilobytes), () =>
      pickers.flatMap((picker) => limit(flow, picker, files, kilobytes)),
    ),
  ];
};

const oneFile: Fixer = (flow, { node, facts: { component } }) => {
  const action = actionAround(flow, node);
  const picker = action?.payload && pickersIn(flow, action.payload).find(({ name }) => name === component);
  if (!picker || component === undefined) return [];
  return [best('set-picker-limits', say('Limit to one file'), () => limit(flow, picker, 1, Infinity))];
};

/** Lower limits only where they are higher; the least number of files must not be above them. */
function limit(flow: Flow, { node, type }: Component, files: number, kilobytes: number): Edit[] {
  const most = mostFiles[type]!;
  const least = most.replace('max-', 'min-');
  const entries: Record<string, number> = {};
  if (!(numberIn(node, most) <= files)) entries[most] = files;
  if (numberIn(node, least) > files) entries[least] = files;
  if (kilobytes < Infinity && !(numberIn(node, 'max-file-size-kb') <= kilobytes))
    entries['max-file-size-kb'] = kilobytes;
  return setProperties(flow, node, entries);
}

function numberIn(node: Node, key: string): number {
  const value = valueOf(node, key);
  return value?.type === 'number' ? (value.value as number) : NaN;
}

function pickersIn(flow: Flow, payload: Node): Component[] {
  const own = flow.screenAround(payload);
  const found = [...stringsBelow(payload)].flatMap((node) =>
    referencesOf(node).flatMap(({ to }) => {
      const screen = to?.screen === undefined ? own : flow.screen(to.screen);
      const component = to?.scope === 'form' ? screen?.named().get(to.path[0]!)?.[0] : undefined;
      return component && Object.hasOwn(mostFiles, component.type) ? [component] : [];
    }),
  );
  return [...new Set(found)];
}

/** CalendarPicker: one value where one is wanted, one for each end of a range where two are. */
const forMode: Fixer = (flow, { node, facts: { mode } }) => {
  const component = componentAround(flow, node);
  if (mode === 'single') {
    const value = valueOf(node, 'start-date') ?? valueOf(node, 'end-date');
    return value
      ? [best('use-one-value', say('Keep one value'), () => replace(flow, node, plainValue(value)))]
      : removeProperty(flow, node);
  }
  const value = plainValue(node);
  const both = { 'start-date': value, 'end-date': value };
  return component
    ? [best('use-both-ends', say('Give it for both ends of the range'), () => replace(flow, node, both))]
    : [];
};

const rangeEnd: Fixer = (flow, { node, facts: { property: key } }) => {
  if (key === undefined) return [];
  if (node.type !== 'object') return preferred(removeProperty(flow, node));
  const other = valueOf(node, key === 'start-date' ? 'end-date' : 'start-date');
  const value = other ? plainValue(other) : 'Date';
  return [best('add-range-end', say('Add "{0}"', key), () => setProperty(flow, node, key, value))];
};

/** Images and colours on options: only one of the two. */
const oneMedium: Fixer = (flow, { node }) => {
  const options = items(node);
  const all = (key: string): Node[] => options.flatMap((option) => property(option, key)?.node ?? []);
  return [
    fix('remove-colours', say('Remove the colours'), () => remove(flow, ...all('color'))),
    fix('remove-images', say('Remove the images'), () => remove(flow, ...all('image'), ...all('alt-text'))),
  ];
};

/** What some entries of a list have and others lack goes from all of them. */
const fromAll: Fixer = (flow, { node, facts: { property: key } }) => {
  const found = items(node.parent).flatMap((entry) => property(entry, key ?? '')?.node ?? []);
  if (found.length === 0 || key === undefined) return [];
  return [fix('remove-from-all', say('Remove "{0}" from all of them', key), () => remove(flow, ...found))];
};

const optionId: Fixer = (flow, { node }) => {
  const entries = items(node.parent?.parent?.parent);
  const ids = new Set(entries.map((entry) => stringOf(valueOf(entry, 'id'))));
  const free = freeName(stringOf(node)?.trim() || 'option', (id) => ids.has(id));
  return [best('make-id-unique', say('Change to {0}', short(free)), () => replace(flow, node, free))];
};

const imagePrefix: Fixer = (flow, { node, facts: { prefix } }) =>
  prefix === undefined
    ? []
    : [
        best('drop-data-prefix', say('Remove "{0}"', prefix), () => [
          replaceInside(flow, node, 0, prefix.length, ''),
        ]),
      ];

const dateOutside: Fixer = (flow, { node }) =>
  node.parent?.type === 'array'
    ? [best('remove-date', say('Remove this day'), () => remove(flow, node))]
    : removeProperty(flow, node, 'remove-date');

const largeEnds: Fixer = (flow, diagnosis) => {
  const component = componentAround(flow, diagnosis.node);
  const ends = items(valueOf(component?.node, 'list-items')).flatMap(
    (row) => property(row, 'end')?.node ?? [],
  );
  return [
    ...useSuggestion(flow, diagnosis),
    fix('remove-from-all', say('Remove "{0}" from all of them', 'end'), () => remove(flow, ...ends)),
  ];
};

const badges: Fixer = (flow, { node }) => {
  const component = componentAround(flow, node);
  const [, ...others] = items(valueOf(component?.node, 'list-items')).flatMap(
    (row) => property(row, 'badge')?.node ?? [],
  );
  return [best('keep-one-badge', say('Keep the first badge only'), () => remove(flow, ...others))];
};

const usable: Fixer = (flow, { node, facts: { property: key } }) => {
  const switched = property(componentAround(flow, node)?.node, key ?? '');
  return [
    ...(switched
      ? [fix('turn-on', say('Remove "{0}": false', key!), () => remove(flow, switched.node))]
      : []),
    ...(node.type === 'boolean'
      ? [fix('not-required', say('Do not demand it'), () => replace(flow, node, false))]
      : []),
  ];
};

const initialOption: Fixer = (flow, { node }): readonly Fix[] =>
  node.parent?.type === 'array' && items(node.parent).length > 1
    ? [fix('remove-initial-value', say('Remove this'), () => remove(flow, node))]
    : removeProperty(flow, node, 'remove-initial-value');

export const limitFixers: Fixers = {
  'min-above-max': swap,
  'date-bounds': swap,
  'calendar-days': swap,
  'calendar-range-reversed': swap,
  'picker-totals': totals,
  'picker-single-file': oneFile,
  'calendar-mode-type': forMode,
  'calendar-form-value': forMode,
  'calendar-range-ends': rangeEnd,
  'calendar-range-only': (flow, { node }) => preferred(removeProperty(flow, node)),
  'option-image-and-colour': oneMedium,
  'option-media-on-some': fromAll,
  'navigation-end-on-some': fromAll,
  'navigation-end-with-badge': (flow, { node }) => preferred(removeProperty(flow, node)),
  'navigation-one-badge': badges,
  'navigation-large-end': largeEnds,
  'entry-ids': optionId,
  'image-data-prefix': imagePrefix,
  'date-format': (flow, diagnosis) => useSuggestion(flow, diagnosis, 'convert-date'),
  'date-within-bounds': dateOutside,
  'pattern-input-type': (flow, { node, facts: { property: key } }) => {
    const pattern = property(node, key ?? '');
    return pattern ? preferred(removeProperty(flow, pattern.keyNode)) : [];
  },
  'pattern-slashes': (flow, diagnosis) => useSuggestion(flow, diagnosis, 'drop-slashes'),
  'required-but-unusable': usable,
  'init-value-option': initialOption,
  'footer-emoji': (flow, { node, span }) => [
    best('remove-emoji', say('Remove the emoji'), () =>
      [emojiEdit(flow, node, span.end)].map((end) => ({ start: span.start, end, text: '' })),
    ),
  ],
};

/** The space behind an emoji goes along with it. */
function emojiEdit(flow: Flow, node: Node, end: number): number {
  return flow.tree.text[end] === ' ' && end < flow.tree.span(node).end ? end + 1 : end;
}
