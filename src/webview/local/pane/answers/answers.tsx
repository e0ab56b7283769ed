import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { EndpointView, Waiting } from '../../contract';
import { ShownJson } from '../json/shownJson';
import type { PaneUi } from '../paneUi';
import { PressButton } from '../pressButton';
import { AnswerForm } from './answerForm';
import { Asking } from './asking';
import { Faults } from './faults';
import { OwnEndpoint } from './ownEndpoint';

interface AnswersProps {
  readonly ui: PaneUi;
  readonly waiting: Waiting | null;
  readonly endpoint: EndpointView;
  /** Called when what was pressed is about to go. */
  readonly onAnswered: () => void;
}

/** Who answers the flow, and with what: the developer here, rules in a file, or the developer's endpoint. */
export function Answers({ ui, waiting, endpoint, onAnswered }: AnswersProps): JSX.Element {
  return (
    <div class="scroller">
      {waiting === null ? (
        <Idle ui={ui} isConnected={endpoint.address !== null} />
      ) : (
        <Request key={waiting.number} ui={ui} waiting={waiting} endpoint={endpoint} onAnswered={onAnswered} />
      )}
      <OwnEndpoint ui={ui} endpoint={endpoint} />
    </div>
  );
}

interface RequestProps extends AnswersProps {
  readonly waiting: Waiting;
}

function Request({ ui, waiting, endpoint, onAnswered }: RequestProps): JSX.Element {
  const [isAnswered, setAnswered] = useState(false);
  const answered = (): void => {
    setAnswered(true);
    onAnswered();
  };
  const title = ui.tell(say('Request, decrypted'));
  return (
    <section class="request">
      <details open>
        <summary>{title}</summary>
        <ShownJson ui={ui} title={title} json={waiting.request} />
      </details>
      {waiting.by === 'endpoint' ? (
        <Asking ui={ui} waiting={waiting} endpoint={endpoint} onCancel={onAnswered} />
      ) : (
        <fieldset class="answering" disabled={isAnswered}>
          <AnswerForm ui={ui} waiting={waiting} onAnswered={answered} />
          <Faults ui={ui} onAnswered={answered} />
        </fieldset>
      )}
    </section>
  );
}

function Idle({ ui, isConnected }: { ui: PaneUi; isConnected: boolean }): JSX.Element {
  const who = isConnected
    ? say('Your endpoint answers this flow. The rules of the mock file answer while it is not connected.')
    : say(
        'When the flow asks its endpoint, you answer here: with a screen, an error message or a failure. Answers that you keep are rules in the mock file beside the flow: where one fits, the flow goes on by itself.',
      );
  return (
    <section class="idle">
      <p>{ui.tell(who)}</p>
      <div class="ways-out">
        <PressButton ui={ui} label={say('Open Mock File')} button="openMocks" />
      </div>
    </section>
  );
}
