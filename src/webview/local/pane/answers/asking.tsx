import type { JSX } from 'preact';
import { say } from '../../../../flowjson/message';
import type { EndpointView, Waiting } from '../../contract';
import type { PaneUi } from '../paneUi';
import { PressButton } from '../pressButton';
import { useSeconds } from './seconds';

interface AskingProps {
  readonly ui: PaneUi;
  readonly waiting: Waiting;
  readonly endpoint: EndpointView;
  readonly onCancel: () => void;
}

/** The developer's own endpoint is being asked. */
export function Asking({ ui, waiting, endpoint, onCancel }: AskingProps): JSX.Element {
  const seconds = useSeconds(waiting.number);
  return (
    <div class="asking">
      <p>
        {ui.tell(say('Your endpoint is being asked:'))} <code>{endpoint.address}</code>
      </p>
      <p class="hint seconds">{ui.tell(say('{0} of at most 10 seconds', seconds))}</p>
      <div class="ways-out">
        <PressButton ui={ui} label={say('Cancel')} button="cancelRequest" onPressed={onCancel} />
      </div>
    </div>
  );
}
