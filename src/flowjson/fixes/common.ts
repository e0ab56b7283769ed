import { isRequired } from '../catalogue';
import { isVersion, type Version } from '../catalogue/versions';
import type { Diagnosis } from '../diagnosis';
import { say, shortened } from '../message';
import type { Flow } from '../model/flow';
import { upgrade } from '../refactor/upgrade';
import type { Edit } from '../text/edit';
import type { Node } from '../text/nodes';
import { escaped, remove, renameKey, replace } from '../model/edits';
import { best, fix, type Fix } from './fix';
import { placeOf } from './places';

/** What a title shows of a value. */
export const short = (text: string): string => shortened(text, 60);

/** Writes what a rule suggests in the place of what it points to: the whole value, a part of a text, or a key. */
export function useSuggestion(flow: Flow, diagnosis: Diagnosis, kind = 'use-suggestion'): Fix[] {
  const { suggestion } = diagnosis.facts;
  if (suggestion === undefined) return [];
  return [best(kind, say('Change to {0}', short(suggestion)), () => inPlaceOf(flow, diagnosis, suggestion))];
}

/** Another text for what a diagnosis points to. */
export function inPlaceOf(flow: Flow, { node, span }: Diagnosis, text: string): Edit[] {
  const whole = flow.tree.span(node);
  const isPart = span.start !== whole.start || span.end !== whole.end;
  return isPart ? [{ ...span, text: escaped(text) }] : replace(flow, node, text);
}

/** Writes the JSON that a rule says was meant: a number without quotes, say. */
export function useReplacement({ span, facts }: Diagnosis): Edit[] {
  return facts['replacement'] === undefined ? [] : [{ ...span, text: facts['replacement'] }];
}

/** Takes away the property that a key or value belongs to. */
export function removeProperty(flow: Flow, node: Node, kind = 'remove-property'): Fix[] {
  const place = placeOf(flow, node);
  if (!place) return [];
  return [fix(kind, say('Remove "{0}"', short(place.key)), () => remove(flow, place.node))];
}

/** The same where the object can do without. */
export function removeIfOptional(flow: Flow, node: Node): Fix[] {
  const { fact } = placeOf(flow, node) ?? {};
  return fact && !isRequired(fact, flow.version) && fact.shape.is !== 'components'
    ? removeProperty(flow, node)
    : [];
}

export const preferred = (fixes: readonly Fix[]): Fix[] =>
  fixes.map((one, index) => (index === 0 ? { ...one, preferred: true } : one));

/** Another name for a property. */
export function renameProperty(flow: Flow, keyNode: Node, name: string, kind = 'rename-property'): Fix {
  return best(kind, say('Rename to "{0}"', short(name)), () => renameKey(flow, keyNode, name));
}

/** Brings the flow to a version that knows what is used. */
export function upgradeTo(flow: Flow, version: string | undefined): Fix[] {
  if (!isVersion(version)) return [];
  const target: Version = version;
  return [
    fix(
      'upgrade-version',
      say('Upgrade the flow to version {0}', version),
      () => upgrade(flow, target).edits,
    ),
  ];
}
