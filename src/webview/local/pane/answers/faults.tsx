import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say, type Message } from '../../../../flowjson/message';
import { faults, type Fault } from '../../contract';
import type { PaneUi } from '../paneUi';

interface FaultsProps {
  readonly ui: PaneUi;
  readonly onAnswered: () => void;
}

/** What can go wrong at an endpoint, each to be tried out (facts on Flow JSON, section 16). */
export function Faults({ ui, onAnswered }: FaultsProps): JSX.Element {
  const id = useId();
  return (
    <section class="faults" aria-labelledby={id}>
      <h3 id={id}>{ui.tell(say('Or let it fail'))}</h3>
      <ul>
        {faults.map((fault) => (
          <li>
            <button
              type="button"
              aria-describedby={`${id}-${fault}`}
              onClick={() => {
                ui.post({ type: 'fault', fault });
                onAnswered();
              }}
            >
              {ui.tell(labelOf(fault))}
            </button>
            <p class="hint" id={`${id}-${fault}`}>
              {ui.tell(meaningOf(fault))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function labelOf(fault: Fault): Message {
  if (fault === 'timeout') return say('Time-out');
  return fault === 'badPayload' ? say('Bad Payload') : say('HTTP {0}', fault);
}

function meaningOf(fault: Fault): Message {
  switch (fault) {
    case 'timeout':
      return say('No answer within 10 seconds.');
    case '421':
      return say(
        'The endpoint cannot decrypt the request. WhatsApp fetches the public key again and repeats once.',
      );
    case '427':
      return say('The flow token is no longer valid. The flow ends, and its button in the chat is disabled.');
    case '432':
      return say('The endpoint finds that the signature of the request is wrong.');
    case 'badPayload':
      return say('The answer does not have the documented form.');
  }
}
