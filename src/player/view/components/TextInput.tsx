import type { JSX } from 'preact';
import { Field } from '../parts/field';
import { useTyping } from '../parts/typing';
import { describedByUnder, Under } from '../parts/under';
import { textOf } from '../properties';
import type { Props } from '../ui';

/** The keyboard that phones bring up (facts on Flow JSON, section 8.4). */
const keyboards: Readonly<Record<string, 'decimal' | 'email' | 'tel' | 'numeric'>> = {
  number: 'decimal',
  email: 'email',
  phone: 'tel',
  passcode: 'numeric',
};

export function TextInput({ drawn, ui }: Props): JSX.Element {
  const { text, onInput } = useTyping(drawn, ui);
  const id = ui.id(drawn, 'input');
  const input = drawn.input;
  const field = {
    id,
    class: 'wf-input',
    inputmode: keyboards[textOf(drawn.properties, 'input-type') ?? ''] ?? 'text',
    dir: 'auto',
    autocomplete: 'off',
    spellcheck: false,
    value: text,
    disabled: !input?.enabled,
    required: input?.required,
    onInput,
    ...describedByUnder({ drawn, ui }),
  } as const;
  return (
    <Field drawn={drawn} ui={ui} control={id} filled={text !== ''} under={<Under drawn={drawn} ui={ui} />}>
      {/* Never `number` or `email`: browsers change what is typed there, and the player has the phone's own checks. */}
      {input?.masked ? <input type="password" {...field} /> : <input type="text" {...field} />}
    </Field>
  );
}
