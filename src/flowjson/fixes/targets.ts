import { typeOfEntry } from '../expression/dataTypes';
import { typeOfInput } from '../expression/resolve';
import { misfit, type ValueType } from '../expression/valueTypes';
import type { Action } from '../model/action';
import type { Flow } from '../model/flow';
import { declaredOn, type Screen } from '../model/screen';
import type { Edit } from '../text/edit';
import { plainValue, property, valueOf, type Property } from '../text/nodes';
import { setProperty } from '../model/edits';
import { exampleOf } from './schemas';

/** The screen that probably follows: one that the routing model allows, else the next one in the document. */
export function likelyNext(flow: Flow, screen: Screen): Screen | undefined {
  const route = flow.routes.find(({ from }) => from === screen.id);
  const allowed = route?.targets.map(({ id }) => flow.screen(id)).find((other) => other && other !== screen);
  if (allowed || flow.property('routing_model')) return allowed;
  const after = flow.screens.slice(flow.screens.indexOf(screen) + 1);
  return after.find(({ id }) => id !== undefined);
}

/** What a screen hands over to another: each value that is declared there, by {@link supplied}. */
export function payloadFor(from: Screen, to: Screen): Record<string, unknown> {
  return Object.fromEntries(declaredOn(to).map((entry) => [entry.key, supplied(from, entry)]));
}

/** What a screen has to give for a declared value: an input or data of that name, else the example. */
export function supplied(from: Screen, { key, value }: Property): unknown {
  const wanted = typeOfEntry(value);
  const isFine = (type: ValueType | undefined): boolean =>
    type !== undefined && misfit(type, wanted) === undefined;
  const input = from.named().get(key)?.[0];
  if (input && isFine(typeOfInput(input))) return `\${form.${key}}`;
  const own = from.data().get(key);
  if (own && isFine(typeOfEntry(own.value))) return `\${data.${key}}`;
  const example = valueOf(value, '__example__');
  return example ? plainValue(example) : exampleOf(value);
}

/** Puts an entry into the data model of a screen. */
export function declare(flow: Flow, screen: Screen, entries: Readonly<Record<string, unknown>>): Edit[] {
  const data = valueOf(screen.node, 'data');
  if (data?.type === 'object') {
    const [[key, entry] = []] = Object.entries(entries);
    return key === undefined ? [] : setProperty(flow, data, key, entry);
  }
  return setProperty(flow, screen.node, 'data', entries, 'layout');
}

/** Hands a value over wherever the flow navigates to a screen and does not hand it over yet. */
export function handOver(
  flow: Flow,
  to: Screen,
  key: string,
  value: (from: Screen) => unknown,
  except?: Action,
): Edit[] {
  return flow.screens.flatMap((from) =>
    from.actions().flatMap((action) => {
      const { name, target, node, payload } = action;
      const leadsThere = name === 'navigate' && target === to.id && from !== to && action !== except;
      if (!leadsThere || property(payload, key) || (payload && payload.type !== 'object')) return [];
      return payload
        ? setProperty(flow, payload, key, value(from))
        : setProperty(flow, node, 'payload', { [key]: value(from) });
    }),
  );
}
