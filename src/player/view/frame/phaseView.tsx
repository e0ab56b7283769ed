import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { Projection } from '../../projection/types';
import { Icon } from '../parts/icon';
import type { Ui } from '../ui';
import { ScreenView } from './screenView';
import { Spinner } from './spinner';

export interface PhaseProps {
  readonly projection: Projection;
  readonly ui: Ui;
}

/** The screen in front, or what there is instead of one. */
export function PhaseView({ projection, ui }: PhaseProps): JSX.Element {
  const { phase, screen, reason } = projection;
  if (phase.is === 'completed') return <Completed ui={ui} success={phase.success} />;
  if (phase.is === 'stopped')
    return (
      <Instead title={ui.tell(say('The flow has ended with an error.'))} text={ui.tell(phase.reason)}>
        <Again ui={ui} />
      </Instead>
    );
  if (screen !== null) return <ScreenView projection={projection} screen={screen} ui={ui} />;
  if (phase.is === 'waiting') {
    return (
      <div class="wf-instead" role="status">
        <Spinner />
        <p>{reason && ui.tell(reason)}</p>
      </div>
    );
  }
  return <Instead title={reason ? ui.tell(reason) : ''} />;
}

/** The chat that the person is back in, with their answer. */
function Completed({ ui, success }: { readonly ui: Ui; readonly success: boolean }): JSX.Element {
  return (
    <div class="wf-chat">
      <p class="wf-bubble" role="status">
        <Icon name={success ? 'check' : 'warning'} />
        <span>
          {success ? ui.tell(say('Response sent')) : ui.tell(say('The flow is complete, without success.'))}
        </span>
      </p>
      <Again ui={ui} />
    </div>
  );
}

function Instead({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="wf-instead">
      <div role="alert">
        <Icon name="warning" />
        <p class="wf-instead-title">{title}</p>
        {text && <p class="wf-secondary">{text}</p>}
      </div>
      {children}
    </div>
  );
}

function Again({ ui }: { readonly ui: Ui }): JSX.Element {
  return (
    <button
      type="button"
      class="wf-link wf-again"
      onClick={() => ui.act({ is: 'restarted', keepData: true })}
    >
      {ui.tell(say('Start again'))}
    </button>
  );
}
