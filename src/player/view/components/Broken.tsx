import type { JSX } from 'preact';
import { Icon } from '../parts/icon';
import type { Props } from '../ui';

/** In the place of a component without which something it needs is missing; the others are drawn. */
export function Broken({ drawn, ui }: Props): JSX.Element {
  return (
    <div class="wf-stand-in wf-stand-in-broken">
      <Icon name="error" />
      <div class="wf-stand-in-words">
        <p class="wf-stand-in-type">
          <bdi class="wf-stand-in-name">{drawn.type}</bdi>
        </p>
        {drawn.reason && <p class="wf-error">{ui.tell(drawn.reason)}</p>}
      </div>
    </div>
  );
}
