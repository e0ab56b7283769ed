import fc from 'fast-check';
import { flowText, footer, navigate, screen, type Json } from '../../flowjson/support';
import { options } from '../run';

/** Inputs that a screen may have; names are added. The first ones give a text, which payloads hand on. */
const textInputs: readonly Json[] = [
  { type: 'TextInput', label: 'Text', 'min-chars': 3, 'max-chars': 40 },
  { type: 'TextInput', label: 'Mail', 'input-type': 'email' },
  { type: 'TextInput', label: 'Phone', 'input-type': 'phone' },
  { type: 'TextArea', label: 'Area', 'max-length': 30 },
  { type: 'Dropdown', label: 'Dropdown', 'data-source': options('a', 'b', 'c') },
  { type: 'RadioButtonsGroup', label: 'Radio', 'data-source': options('a', 'b') },
  { type: 'DatePicker', label: 'Day', 'min-date': '2026-01-01', 'max-date': '2026-01-31' },
];
const otherInputs: readonly Json[] = [
  { type: 'TextInput', label: 'Number', 'input-type': 'number' },
  { type: 'CheckboxGroup', label: 'Boxes', 'data-source': options('a', 'b', 'c'), 'min-selected-items': 2 },
  { type: 'OptIn', label: 'Terms' },
  { type: 'PhotoPicker', label: 'Photos', 'min-uploaded-photos': 1, 'max-uploaded-photos': 2 },
];

const screenChoice = fc.record({
  texts: fc.array(fc.tuple(fc.nat(textInputs.length - 1), fc.boolean()), { maxLength: 3 }),
  others: fc.uniqueArray(fc.nat(otherInputs.length - 1), { maxLength: 2 }),
  required: fc.boolean(),
  inForm: fc.boolean(),
  /** What follows beside the next screen: by a link, by the branches of an If, or by the endpoint. */
  beside: fc.constantFrom('nothing', 'link', 'branch', 'endpoint'),
  hidden: fc.boolean(),
});
type ScreenChoice = typeof screenChoice extends fc.Arbitrary<infer Value> ? Value : never;

/** Flows without errors: a chain of screens with short cuts, some by the endpoint, some by what is chosen. */
export const soundFlow = fc
  .record({
    version: fc.constantFrom('5.1', '6.0', '6.3', '7.0', '7.3', '7.4'),
    screens: fc.array(screenChoice, { minLength: 2, maxLength: 5 }),
  })
  .map(({ version, screens }) => flowOf(version, screens));

const idOf = (index: number): string => 'ABCDE'[index]!;

function flowOf(version: string, choices: readonly ScreenChoice[]): string {
  const last = choices.length - 1;
  const asks = choices.some(({ beside }, index) => beside === 'endpoint' && index < last);
  const routing: Record<string, string[]> = {};
  const screens = choices.map((choice, index) => {
    const id = idOf(index);
    const ends = index === last;
    const cut = !ends && index + 2 <= last && choice.beside !== 'nothing' ? index + 2 : undefined;
    routing[id] = ends ? [] : [idOf(index + 1), ...(cut === undefined ? [] : [idOf(cut)])];
    return screen(childrenOf(choice, index, last, cut), {
      id,
      title: id,
      ...(ends && { terminal: true }),
      data: {
        from: { type: 'string', __example__: 'example' },
        seen: { type: 'boolean', __example__: true },
      },
    });
  });
  return flowText(screens, { version, ...(asks && { data_api_version: '3.0', routing_model: routing }) });
}

function childrenOf(choice: ScreenChoice, index: number, last: number, cut: number | undefined): Json[] {
  const { texts, others, required, beside, inForm, hidden } = choice;
  const inputs = [
    ...texts.map(([which, must], at) => ({ ...textInputs[which], name: `text_${idOf(at)}`, required: must })),
    ...others.map((which, at) => {
      const input: Json = { ...otherInputs[which], name: `other_${idOf(at)}` };
      return input['type'] === 'PhotoPicker' ? input : { ...input, required };
    }),
  ] as Json[];
  if (hidden)
    inputs.push({ type: 'TextInput', name: 'hidden', label: 'Hidden', required: true, visible: false });
  const from = texts.length > 0 ? '${form.text_A}' : 'none';
  const go = (to: number): Json => navigate(idOf(to), { from, seen: true });
  const tail: Json[] = [];
  if (index === last) {
    tail.push(footer({ name: 'complete', payload: { from } }));
  } else if (beside === 'endpoint') {
    tail.push(footer({ name: 'data_exchange', payload: { from } }));
  } else if (beside === 'branch' && cut !== undefined) {
    inputs.push({
      type: 'RadioButtonsGroup',
      name: 'way',
      label: 'Way',
      required: true,
      'data-source': options('short', 'long'),
    });
    const then = [footer(go(cut))];
    tail.push({ type: 'If', condition: "${form.way} == 'short'", then, else: [footer(go(index + 1))] });
  } else {
    if (beside === 'link' && cut !== undefined) {
      tail.push({ type: 'EmbeddedLink', text: 'Short cut', 'on-click-action': go(cut) });
    }
    tail.push(footer(go(index + 1)));
  }
  const children = [{ type: 'TextBody', text: '${data.from}', visible: '${data.seen}' }, ...inputs, ...tail];
  return inForm ? [{ type: 'Form', name: 'form', children }] : children;
}
