import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../../../flowjson/message';
import type { EndpointView } from '../../contract';
import type { PaneUi } from '../paneUi';
import { PressButton } from '../pressButton';

interface OwnEndpointProps {
  readonly ui: PaneUi;
  readonly endpoint: EndpointView;
}

/** Whether the developer's own endpoint answers, and what is sent to it. */
export function OwnEndpoint({ ui, endpoint }: OwnEndpointProps): JSX.Element {
  const id = useId();
  const { address, last } = endpoint;
  const isConnected = address !== null;
  return (
    <section class="own-endpoint" aria-labelledby={id}>
      <h3 id={id}>
        {ui.tell(say('Your Endpoint'))}
        <span class={isConnected ? 'state on' : 'state'}>
          {isConnected ? ui.tell(say('Connected')) : ui.tell(say('Not connected'))}
        </span>
      </h3>
      {isConnected && <code class="address">{address}</code>}
      {last !== null && (
        <p class="last" role="status" dir="auto">
          {ui.tell(last)}
        </p>
      )}
      <p class="hint">
        {isConnected
          ? ui.tell(
              say(
                'Requests of this flow, with what you type into the phone, go to this address, encrypted. The keys stay in the secret storage of VS Code.',
              ),
            )
          : ui.tell(
              say(
                'Your own endpoint can answer instead, at an https address or on this computer. Nothing is sent before you connect it. The keys stay in the secret storage of VS Code.',
              ),
            )}
      </p>
      <div class="ways-out">
        {isConnected ? (
          <>
            <PressButton ui={ui} label={say('Check')} button="checkEndpoint" />
            <PressButton ui={ui} label={say('Keys…')} button="endpointKeys" />
            <PressButton ui={ui} label={say('Disconnect…')} button="disconnect" />
          </>
        ) : (
          <PressButton ui={ui} label={say('Connect…')} button="connect" />
        )}
      </div>
    </section>
  );
}
