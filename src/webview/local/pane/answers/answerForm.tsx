import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { Waiting } from '../../contract';
import { JsonField } from '../json/jsonField';
import { readJson } from '../json/jsonProblem';
import type { PaneUi } from '../paneUi';
import { errorMessageIn, mayFail, textOf, untouched, withErrorMessage, written } from './drafts';
import { Offers } from './offers';

interface AnswerFormProps {
  readonly ui: PaneUi;
  readonly waiting: Waiting;
  /** Called when the answer is on its way. */
  readonly onAnswered: () => void;
}

/** The answer that the developer gives in the endpoint's place. One form for each request: the parent keys it. */
export function AnswerForm({ ui, waiting, onAnswered }: AnswerFormProps): JSX.Element {
  const id = useId();
  const [drafts, setDrafts] = useState(untouched);
  const text = textOf(drafts, waiting);
  const read = readJson(text);
  const setText = (changed: string): void =>
    setDrafts({ ...drafts, texts: { ...drafts.texts, [drafts.chosen]: changed } });
  const answer = (keep: boolean): void => {
    if (!('value' in read)) return;
    ui.post({ type: 'answer', answer: read.value, keep });
    onAnswered();
  };
  return (
    <form
      class="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <Offers
        ui={ui}
        offers={waiting.offers}
        chosen={drafts.chosen}
        onChoose={(chosen) => setDrafts({ ...drafts, chosen })}
      />
      {mayFail(waiting.offers[drafts.chosen]) && (
        <div class="field">
          <label for={id}>{ui.tell(say('Error message (optional)'))}</label>
          <input
            id={id}
            type="text"
            autocomplete="off"
            dir="auto"
            aria-describedby={`${id}-hint`}
            disabled={!('value' in read)}
            value={'value' in read ? errorMessageIn(read.value) : ''}
            onInput={({ currentTarget }) =>
              'value' in read && setText(written(withErrorMessage(read.value, currentTarget.value)))
            }
          />
          <p class="hint" id={`${id}-hint`}>
            {ui.tell(say('Shown to the person in a snackbar. Written into {0}.', 'data.error_message'))}
          </p>
        </div>
      )}
      <JsonField
        ui={ui}
        label={ui.tell(say('Answer as JSON'))}
        text={text}
        problems={'problem' in read ? [read.problem] : []}
        onText={setText}
      />
      <div class="ways-out">
        <button type="submit" class="primary" disabled={!('value' in read)}>
          {ui.tell(say('Answer'))}
        </button>
        <button type="button" disabled={!('value' in read)} onClick={() => answer(true)}>
          {ui.tell(say('Answer and Keep as Rule'))}
        </button>
      </div>
    </form>
  );
}
