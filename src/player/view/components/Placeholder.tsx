import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Icon } from '../parts/icon';
import type { Props } from '../ui';

/** In the place of a type that is not known, or not in this version. */
export function Placeholder({ drawn, ui }: Props): JSX.Element {
  return (
    <div class="wf-stand-in">
      <Icon name="warning" />
      <div class="wf-stand-in-words">
        <p class="wf-stand-in-type">
          {drawn.type === '' ? ui.tell(say('Component')) : <bdi class="wf-stand-in-name">{drawn.type}</bdi>}
        </p>
        {drawn.reason && <p class="wf-caption">{ui.tell(drawn.reason)}</p>}
      </div>
    </div>
  );
}
