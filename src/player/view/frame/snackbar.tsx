import type { JSX } from 'preact';
import { say, type Message } from '../../../flowjson/message';
import { Clamped } from '../parts/clamped';
import { Icon } from '../parts/icon';
import type { Ui } from '../ui';

/** It stays until it is dismissed: whoever builds a flow wants to read it. The live region is always there. */
export function Snackbar({
  text,
  ui,
}: {
  readonly text: string | Message | null;
  readonly ui: Ui;
}): JSX.Element {
  return (
    <div class="wf-snackbar-place" role="status">
      {text !== null && (
        <div class="wf-snackbar">
          <Clamped lines={2}>{typeof text === 'string' ? text : ui.tell(text)}</Clamped>
          <button
            type="button"
            class="wf-icon-button"
            aria-label={ui.tell(say('Dismiss'))}
            onClick={() => ui.act({ is: 'dismissed' })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
