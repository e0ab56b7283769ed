import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from './contract';
import { defaultOptions, problemsOf, type OptionProblems, type PreviewOptions } from './options';

interface OptionsFormProps {
  readonly texts: Texts;
  /** What the preview uses now. */
  readonly options: PreviewOptions;
  readonly onApply: (options: PreviewOptions) => void;
  readonly onClose: () => void;
}

/** Nothing reaches the preview before Apply: each change would start the flow again. */
export function OptionsForm({ texts, options, onApply, onClose }: OptionsFormProps): JSX.Element {
  const [draft, setDraft] = useState(options);
  const [isJudged, setJudged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = isJudged ? problemsOf(draft) : {};
  const change = (changes: Partial<PreviewOptions>) => setDraft({ ...draft, ...changes });

  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    setJudged(true);
    const [first] = Object.keys(problemsOf(draft));
    if (first === undefined) onApply(draft);
    else form.current?.querySelector<HTMLElement>(`#${first}`)?.focus();
  };
  const reset = () => {
    setDraft(defaultOptions);
    onApply(defaultOptions);
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    onClose();
    document.getElementById('options-toggle')?.focus();
  };

  return (
    <form id="options" class="options" ref={form} noValidate onSubmit={submit} onKeyDown={closeOnEscape}>
      <Check
        id="interactive"
        label={texts.interactive}
        hint={texts.interactiveHint}
        isOn={draft.interactive}
        onChange={(interactive) => change({ interactive })}
      />
      <fieldset disabled={!draft.interactive} aria-label={texts.options}>
        <Field id="action" label={texts.action}>
          <select
            id="action"
            value={draft.action}
            onChange={({ currentTarget }) =>
              change({ action: currentTarget.value as PreviewOptions['action'] })
            }
          >
            <option value="">{texts.actionNone}</option>
            <option value="navigate">navigate</option>
            <option value="data_exchange">data_exchange</option>
          </select>
        </Field>
        {draft.action === 'navigate' && (
          <Field id="payload" label={texts.payload} hint={texts.payloadHint} problem={said('payload')}>
            <textarea
              {...described('payload')}
              rows={3}
              spellcheck={false}
              placeholder='{ "screen": "WELCOME", "data": {} }'
              value={draft.payload}
              onInput={({ currentTarget }) => change({ payload: currentTarget.value })}
            />
          </Field>
        )}
        <Field id="flowToken" label={texts.flowToken} hint={texts.flowTokenHint} problem={said('flowToken')}>
          <input
            {...described('flowToken')}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={draft.flowToken}
            onInput={({ currentTarget }) => change({ flowToken: currentTarget.value })}
          />
        </Field>
        <Field
          id="phoneNumber"
          label={texts.phoneNumber}
          hint={texts.phoneNumberHint}
          problem={said('phoneNumber')}
        >
          <input
            {...described('phoneNumber')}
            type="tel"
            autocomplete="off"
            value={draft.phoneNumber}
            onInput={({ currentTarget }) => change({ phoneNumber: currentTarget.value })}
          />
        </Field>
        <Check id="debug" label={texts.debug} isOn={draft.debug} onChange={(debug) => change({ debug })} />
      </fieldset>
      <div class="ways-out">
        <button type="submit" class="primary">
          {texts.apply}
        </button>
        <button type="button" onClick={reset}>
          {texts.reset}
        </button>
        <p class="hint">{texts.optionsHint}</p>
      </div>
    </form>
  );

  function said(field: keyof OptionProblems): string | undefined {
    const problem = problems[field];
    return problem && texts.problems[problem];
  }

  function described(field: keyof OptionProblems) {
    return {
      id: field,
      'aria-invalid': problems[field] !== undefined,
      'aria-describedby': `${field}-problem ${field}-hint`,
    };
  }
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string;
  readonly children: ComponentChildren;
}

function Field({ id, label, hint, problem, children }: FieldProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <p class="problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface CheckProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ id, label, hint, isOn, onChange }: CheckProps): JSX.Element {
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={isOn}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
