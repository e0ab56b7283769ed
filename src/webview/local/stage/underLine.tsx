import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { Icon } from '../../shared/icons';
import type { Tell } from '../../shared/tell';
import type { Picture, ToHost } from '../contract';
import type { Size } from '../looks';

interface UnderLineProps {
  readonly picture: Picture;
  readonly size: Size;
  readonly scale: number;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
}

/** One line under the phones, always there so that nothing jumps: what the person should know, else the size. */
export function UnderLine({
  picture: { behind: why, elsewhere, shownAs, screens },
  size,
  scale,
  tell,
  post,
}: UnderLineProps): JSX.Element {
  // Where there never was a screen, no last picture stays.
  const behind = screens.length > 0 ? why : null;
  return (
    <footer class="under-line">
      <p role="status">
        {behind ? (
          <>
            <Icon name="clock" />
            <span>{tell(behind)}</span>
          </>
        ) : (
          elsewhere !== null && <span>{tell(say('The cursor is on screen {0}.', elsewhere))}</span>
        )}
      </p>
      {behind === null && elsewhere !== null && (
        <button type="button" class="link" onClick={() => post({ type: 'goTo', screen: elsewhere })}>
          {tell(say('Go There'))}
        </button>
      )}
      {behind === null && elsewhere === null && (
        <span class="size">
          {shownAs !== null && screens.length > 0 && `${tell(say('Shown as version {0}', shownAs))} · `}
          {size.width} × {size.height}
          {scale < 1 && ` · ${Math.round(scale * 100)} %`}
        </span>
      )}
    </footer>
  );
}
