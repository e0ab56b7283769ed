import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Icon } from '../../shared/icons';
import type { Tell } from '../../shared/tell';
import type { LookSettings, Picture, ToHost } from '../contract';
import { LocalIcon } from './localIcon';
import { LookMenu } from './lookMenu';
import { MoreMenu } from './moreMenu';
import { ScreenChooser } from './screenChooser';

interface BarProps {
  readonly picture: Picture;
  readonly look: LookSettings;
  readonly inspects: boolean;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
  readonly onInspect: (on: boolean) => void;
  readonly onLook: (look: LookSettings) => void;
}

/** Which flow this is, and what can be done with it. */
export function Bar(props: BarProps): JSX.Element {
  const { picture, look, inspects, tell, post, onInspect, onLook } = props;
  const { name, pinned } = picture;
  return (
    <header class="head">
      <div class="flow">
        <h1 title={name}>{name}</h1>
        <button
          type="button"
          class="tool"
          role="switch"
          aria-checked={pinned}
          aria-label={tell(say('Stay with this flow'))}
          title={
            pinned
              ? tell(say('This preview stays with this flow. Press to follow the editor.'))
              : tell(say('This preview follows the editor. Press to stay with this flow.'))
          }
          onClick={() => post({ type: 'press', button: pinned ? 'unpin' : 'pin' })}
        >
          <LocalIcon name="pin" />
        </button>
      </div>
      <div class="tools">
        <button
          type="button"
          class="tool"
          aria-label={tell(say('Restart with Data'))}
          title={tell(say('Restart with Data'))}
          onClick={() => post({ type: 'restart', keepData: true })}
        >
          <Icon name="reload" />
        </button>
        <button
          type="button"
          class="tool"
          aria-pressed={inspects}
          aria-label={tell(say('Inspect'))}
          title={tell(say('Inspect: click a component to see its JSON'))}
          onClick={() => onInspect(!inspects)}
        >
          <LocalIcon name="inspect" />
        </button>
        <ScreenChooser
          screens={picture.screens}
          front={picture.projection.screen?.id ?? null}
          label={tell(say('Screen'))}
          onChoose={(screen) => post({ type: 'goTo', screen })}
        />
        <LookMenu look={look} tell={tell} onLook={onLook} />
        <MoreMenu picture={picture} tell={tell} post={post} />
      </div>
    </header>
  );
}
