import { navigate, screen, type Json } from '../support';
import {
  endpointFlow,
  formFlow,
  plainFlow,
  textOf,
  type ComponentValue,
  type FlowValue,
  type ScreenValue,
} from './bases';

/** One documented mistake, made on purpose. */
export interface Mutant {
  /** The row of Meta's table of static validation errors (its numbers are in docs/rules.md). */
  readonly row: number;
  readonly name: string;
  /** The documented code first, then what Meta's client says for the same mistake where that differs. */
  readonly codes: readonly string[];
  /** Where it must be flagged: any of these paths. */
  readonly at: readonly string[];
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export type Base = (version?: string) => FlowValue;

/** Shorthand of the table: a base, what is done to it, what must be said, where. */
export function mutant(
  row: number,
  name: string,
  codes: string,
  at: string,
  base: FlowValue,
  change: (flow: FlowValue, first: ScreenValue, second: ScreenValue) => void,
  severity: 'error' | 'warning' = 'error',
): Mutant {
  change(base, base.screens[0]!, base.screens[1]!);
  return { row, name, codes: codes.split(' '), at: at.split(' | '), severity, text: textOf(base) };
}

export const plain: Base = plainFlow;
export const endpoint: Base = endpointFlow;
export const form: Base = formFlow;

export const children = (of: ScreenValue): ComponentValue[] => of.layout.children;
export const inForm = (of: ScreenValue): ComponentValue[] => children(of)[0]!['children'] as ComponentValue[];
export const last = <T>(list: readonly T[]): T => list[list.length - 1]!;
export const action = (of: ComponentValue): Json & { payload: Json } =>
  of['on-click-action'] as Json & { payload: Json };
export const link = (to: Json, text = 'More'): ComponentValue => ({
  type: 'EmbeddedLink',
  text,
  'on-click-action': to,
});
export const input = (name: string): ComponentValue => ({ type: 'TextInput', name, label: 'A label' });
export const body = (text: string): ComponentValue => ({ type: 'TextBody', text });
export const routeTo = (flow: FlowValue, model: Record<string, unknown>): void =>
  void (flow.routing_model = model);
export const S0 = 'screens[0]';
export const S1 = 'screens[1]';
export const C = (index: number, of = S0): string => `${of}.layout.children[${index}]`;
export const PAYLOAD = `${C(3)}.on-click-action.payload`;

/** Another screen that only shows a text, hung into the flow by a link from the first one. */
export function addScreen(flow: FlowValue, id: string, from?: ScreenValue): ScreenValue {
  const added = screen([body('Some text')], { id, title: id }) as ScreenValue;
  flow.screens.push(added);
  if (from) children(from).unshift(link(navigate(id), id));
  return added;
}

/** A version before Form became optional: the same questions inside a Form. */
export function oldFlow(version = '2.1'): FlowValue {
  const flow = plainFlow(version);
  const first = flow.screens[0]!;
  first.layout.children = [
    { type: 'Form', name: 'details', children: [input('full_name'), input('note'), last(children(first))] },
  ];
  delete (first as Json)['data'];
  return flow;
}

const conditionAt = 'screens[0].layout.children[0].children[5].condition';
export const condition = (row: number, name: string, text: string): Mutant =>
  mutant(row, name, 'INVALID_PROPERTY_VALUE PATTERN_MISMATCH', conditionAt, form(), (_, first) => {
    inForm(first)[5]!['condition'] = text;
  });

export const inBranches = (then: ComponentValue[], otherwise?: ComponentValue[]): ComponentValue => ({
  type: 'If',
  condition: '${data.asks}',
  then,
  ...(otherwise && { else: otherwise }),
});

export const photo = (name: string, more: Json = {}): ComponentValue => ({
  type: 'PhotoPicker',
  name,
  label: 'Photos',
  ...more,
});
