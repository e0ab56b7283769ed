import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { PlayerEvent } from '../../../player/player';
import type { Look } from '../../../player/view/look';
import { Player } from '../../../player/view/player';
import type { Texts } from '../../../player/view/texts';
import type { Picture, ToHost } from '../contract';
import type { Size } from '../looks';
import { Inspector } from './inspector';

interface PhoneProps {
  readonly picture: Picture;
  readonly look: Look;
  readonly size: Size;
  readonly scale: number;
  readonly texts: Texts;
  readonly inspects: boolean;
  readonly isFirst: boolean;
  readonly beside: (key: string) => ComponentChildren;
  readonly post: (message: ToHost) => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** A phone on the stage. */
export function Phone(props: PhoneProps): JSX.Element {
  const { picture, look, size, scale, texts, inspects, isFirst, beside, post, onLeave, children } = props;
  const { projection, mark, round } = picture;
  const frame = useRef<HTMLDivElement>(null);
  const reveal = useCallback(
    ({ start, end }: { start: number; end: number }) => post({ type: 'reveal', start, end }),
    [post],
  );
  const act = useCallback(
    // What starts anew is more than a step of the flow: it is asked for as everywhere else.
    (event: PlayerEvent) =>
      post(event.is === 'restarted' ? { type: 'restart', keepData: event.keepData } : { type: 'act', event }),
    [post],
  );
  const { platform, theme } = look;
  const names = { android: say('Android'), ios: say('iOS') };
  return (
    <section
      class="phone"
      aria-label={`${texts.tell(names[platform])}, ${texts.tell(theme === 'dark' ? say('Dark') : say('Light'))}`}
      style={{ width: `${size.width * scale}px`, height: `${size.height * scale}px` }}
    >
      <div
        class="frame"
        ref={frame}
        style={{ width: `${size.width}px`, height: `${size.height}px`, '--scale': String(scale) }}
      >
        <Player
          // Another round begins at the top, with nothing typed.
          key={round}
          projection={projection}
          look={look}
          texts={texts}
          mark={mark}
          beside={beside}
          act={act}
          {...(inspects ? { onInspect: reveal } : {})}
        />
        {inspects && projection.screen && (
          <Inspector
            screen={projection.screen}
            phone={frame}
            scale={scale}
            takesFocus={isFirst}
            tell={texts.tell}
            onReveal={reveal}
            onLeave={onLeave}
          />
        )}
      </div>
      {children}
    </section>
  );
}
