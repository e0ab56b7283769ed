import type { JSX } from 'preact';
import { Picture } from '../parts/picture';
import { numberOf, textOf } from '../properties';
import type { Props } from '../ui';

const shows = ['PNG', 'JPEG'] as const;

/**
 * Without a height a picture has the full width in its own ratio; Android then assumes 400 for `contain`. With one, `cover`
 * crops and `contain` fits (facts on Flow JSON, section 8.13).
 */
export function Image({ drawn: { properties }, ui }: Props): JSX.Element {
  const cover = textOf(properties, 'scale-type') === 'cover';
  const width = size(numberOf(properties, 'width'));
  const height = size(numberOf(properties, 'height'));
  const ratio = size(numberOf(properties, 'aspect-ratio'));
  // 1 is the default, and the documentation lets a picture without height keep its own ratio.
  const framed = height !== undefined || (ratio !== undefined && ratio !== 1);
  const capped = ui.look.platform === 'android' && !cover && !framed;
  const names = [
    'wf-image',
    cover ? 'wf-cover' : 'wf-contain',
    ...(framed ? ['wf-image-framed'] : []),
    ...(capped ? ['wf-image-capped'] : []),
  ];
  return (
    <div
      class={names.join(' ')}
      // Through the CSSOM, as Preact sets styles: a page without inline styles allows it.
      style={{
        ...(width !== undefined && { '--wf-image-width': `${width}px` }),
        ...(height !== undefined && { '--wf-image-height': `${height}px` }),
        ...(framed && height === undefined && { '--wf-image-ratio': String(ratio) }),
      }}
    >
      <Picture
        ui={ui}
        source={textOf(properties, 'src') ?? ''}
        alt={textOf(properties, 'alt-text')}
        maxKilobytes={300}
        shows={shows}
      />
    </div>
  );
}

/** A number that can be a size; others are as good as none. */
function size(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && value <= 10_000 ? value : undefined;
}
