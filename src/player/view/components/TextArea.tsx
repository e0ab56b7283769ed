import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Field } from '../parts/field';
import { useTyping } from '../parts/typing';
import { describedByUnder, Under } from '../parts/under';
import type { Props } from '../ui';

export function TextArea({ drawn, ui }: Props): JSX.Element {
  const { text, onInput } = useTyping(drawn, ui);
  const id = ui.id(drawn, 'input');
  const input = drawn.input;
  return (
    <Field
      drawn={drawn}
      ui={ui}
      kind="area"
      control={id}
      filled={text !== ''}
      under={
        <Under drawn={drawn} ui={ui}>
          <Counter drawn={drawn} ui={ui} />
        </Under>
      }
    >
      <textarea
        id={id}
        class="wf-input"
        rows={3}
        dir="auto"
        spellcheck={false}
        value={text}
        disabled={!input?.enabled}
        required={input?.required}
        onInput={onInput}
        {...describedByUnder({ drawn, ui })}
      />
    </Field>
  );
}

/** How many signs are left. */
function Counter({ drawn: { input }, ui }: Props): JSX.Element | null {
  if (input?.limit == null || input.length === null) return null;
  const left = input.limit - input.length;
  return (
    <p class={`wf-counter${left < 0 ? ' wf-error' : ''}`}>
      <span aria-hidden="true">{left.toLocaleString(ui.language)}</span>
      <span class="wf-hidden">{ui.tell(say('Characters left: {0}', left))}</span>
    </p>
  );
}
