import { componentFact, isRequired, propertiesOf } from '../catalogue';
import type { Version } from '../catalogue/versions';
import { replace } from '../model/edits';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';
import { items, properties, stringOf, valueOf, type Node } from '../text/nodes';

/** Static dates of DatePickers in milliseconds (before 5.0), rewritten. Their day is the UTC day: the sheet's convention. */
export function millisecondDates(flow: Flow): Edit[] {
  return flow.screens.flatMap((screen) => {
    const pickers = screen.components.filter(({ type }) => type === 'DatePicker');
    const names = new Set(pickers.map(({ name }) => name));
    const initial = screen.components
      .filter(({ type }) => type === 'Form')
      .flatMap(({ node }) => properties(valueOf(node, 'init-values')))
      .filter(({ key }) => names.has(key))
      .map(({ value }) => value);
    const own = pickers.flatMap(({ node }) => [
      valueOf(node, 'min-date'),
      valueOf(node, 'max-date'),
      valueOf(node, 'init-value'),
      ...items(valueOf(node, 'unavailable-dates')),
    ]);
    return [...own, ...initial].flatMap((node) => dayOf(flow, node));
  });
}

function dayOf(flow: Flow, node: Node | undefined): Edit[] {
  const text = stringOf(node);
  if (node === undefined || text === undefined || !/^-?\d{1,15}$/.test(text)) return [];
  const date = new Date(Number(text));
  if (Number.isNaN(date.getTime())) return [];
  return replace(flow, node, date.toISOString().slice(0, 10));
}

/** Optional texts of components that are blank: allowed before 6.0, without effect, refused since. */
export function blankTexts(flow: Flow, version: Version): Node[] {
  return flow.screens.flatMap(({ components }) =>
    components.flatMap(({ type, node }) => {
      const fact = componentFact(type);
      const known = fact && propertiesOf(fact, version);
      return properties(node).flatMap(({ key, value }) => {
        const property = known?.get(key);
        if (property?.shape.is !== 'text' || isRequired(property, version)) return [];
        const text = stringOf(value);
        return text !== undefined && text.trim() === '' ? [value!] : [];
      });
    }),
  );
}

/** How many components carry an action on selection: what differs between 6.x and the versions around it. */
export function selectActionsOnRender(flow: Flow): number {
  return flow.screens
    .flatMap((screen) => screen.actions())
    .filter(({ slot, item }) => slot === 'on-select-action' && item === undefined).length;
}
