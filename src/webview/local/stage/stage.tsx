import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../player/view/texts';
import type { LookSettings, Picture, ToHost } from '../contract';
import { looksOf, type EditorTheme, type Size } from '../looks';
import { fit, gap } from './fit';
import { useFlags } from './flags';
import { Phone } from './phone';
import { useRoom } from './room';
import { SizeHandle } from './sizeHandle';
import { UnderLine } from './underLine';

interface StageProps {
  readonly picture: Picture;
  readonly look: LookSettings;
  readonly editor: EditorTheme;
  readonly fixes: Readonly<Record<number, readonly string[]>>;
  readonly inspects: boolean;
  readonly texts: Texts;
  readonly post: (message: ToHost) => void;
  readonly onLook: (look: LookSettings) => void;
  readonly onLeave: () => void;
}

/** The phones, as large as there is room for. */
export function Stage(props: StageProps): JSX.Element {
  const { picture, look, editor, fixes, inspects, texts, post, onLook, onLeave } = props;
  const stage = useRef<HTMLDivElement>(null);
  const room = useRoom(stage);
  const [pulled, setPulled] = useState<Size>();
  const size = pulled ?? look;
  const looks = useMemo(() => looksOf(look, editor), [look, editor]);
  // While it is pulled, the phone follows the pointer and nothing else moves.
  const { inRow, scale } = fit(room, look, looks.length);
  const { beside, card } = useFlags(picture, fixes, texts.tell, post);
  const atFirst = useCallback((key: string) => beside(0, key), [beside]);
  const atSecond = useCallback((key: string) => beside(1, key), [beside]);
  return (
    <div class="stage">
      <div class={inRow ? 'phones in-row' : 'phones'} ref={stage} style={{ gap: `${gap}px` }}>
        {looks.map((one, index) => (
          <Phone
            key={index}
            picture={picture}
            look={one}
            size={size}
            scale={scale}
            texts={texts}
            inspects={inspects}
            isFirst={index === 0}
            beside={index === 0 ? atFirst : atSecond}
            post={post}
            onLeave={onLeave}
          >
            {index === looks.length - 1 && (
              <SizeHandle
                size={size}
                scale={scale}
                tell={texts.tell}
                onPull={setPulled}
                onSize={(changed) => {
                  setPulled(undefined);
                  onLook({ ...look, ...changed });
                }}
              />
            )}
          </Phone>
        ))}
      </div>
      <UnderLine picture={picture} size={size} scale={scale} tell={texts.tell} post={post} />
      {card}
    </div>
  );
}
