import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../../../flowjson/message';
import type { PaneUi } from '../paneUi';

interface JsonFieldProps {
  readonly ui: PaneUi;
  readonly label: string;
  readonly text: string;
  /** What is wrong with the text, in sentences. */
  readonly problems: readonly Message[];
  readonly onText: (text: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** JSON to be written. Tab leaves it, as it leaves any field. */
export function JsonField({
  ui,
  label,
  text,
  problems,
  onText,
  onFocus,
  onBlur,
}: JsonFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="code-field"
        rows={4}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        dir="ltr"
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      <div class="problems" id={`${id}-problems`} role="status">
        {problems.map((problem) => (
          <p class="problem">{ui.tell(problem)}</p>
        ))}
      </div>
    </div>
  );
}
