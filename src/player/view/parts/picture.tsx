import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { say, type Message } from '../../../flowjson/message';
import { readImage, type ImageKind } from '../../../flowjson/rules/components/base64';
import type { Ui } from '../ui';
import { Icon } from './icon';

interface PictureProps {
  readonly ui: Ui;
  /** Base64 as flows have it; a `data:` prefix in front is passed over. */
  readonly source: string;
  readonly alt?: string | undefined;
  readonly class?: string;
  /** Larger ones become a placeholder, as on phones. */
  readonly maxKilobytes?: number;
  /** The kinds that phones show here. */
  readonly shows?: readonly ImageKind[];
  /** Too small for words: a placeholder then has a sign only. */
  readonly small?: boolean;
}

const mimes: Partial<Record<ImageKind, string>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  WEBP: 'image/webp',
};
const all: readonly ImageKind[] = ['PNG', 'JPEG', 'WEBP'];

/**
 * A picture out of the flow itself, or a placeholder that says why there is none. Nothing is ever loaded: an address is no
 * picture.
 */
export function Picture({
  ui,
  source,
  alt = '',
  class: name = '',
  maxKilobytes = Infinity,
  shows = all,
  small,
}: PictureProps): JSX.Element {
  const [broken, setBroken] = useState<string>();
  const found = useMemo(() => pictureIn(source, maxKilobytes, shows), [source, maxKilobytes, shows]);
  const reason =
    typeof found !== 'string' ? found : broken === found ? say('This picture is damaged.') : undefined;
  if (reason !== undefined) {
    return <NoPicture ui={ui} class={name} alt={alt} small={small} reason={reason} />;
  }
  return (
    <img
      class={`wf-picture ${name}`}
      src={found as string}
      alt={alt}
      draggable={false}
      decoding="async"
      onError={() => setBroken(found as string)}
    />
  );
}

function pictureIn(source: string, maxKilobytes: number, shows: readonly ImageKind[]): string | Message {
  if (source.trim() === '') return say('There is no picture yet.');
  const { prefix, valid, bytes, kind } = readImage(source);
  if (!valid) {
    return /^https?:/i.test(source.slice(0, 6))
      ? say('An address is not a picture.')
      : say('This is not a picture in base64.');
  }
  if (kind !== undefined && !shows.includes(kind)) return say('Phones show no {0} pictures here.', kind);
  const mime = kind && mimes[kind];
  if (mime === undefined) return say('This is not a picture that phones show.');
  if (bytes > maxKilobytes * 1024) return say('This picture has more than {0} KB.', maxKilobytes);
  return `data:${mime};base64,${source.slice(prefix?.length ?? 0)}`;
}

/** Where a picture should be. */
export function NoPicture({
  ui,
  alt,
  small,
  class: name = '',
  reason,
}: {
  readonly ui: Ui;
  readonly alt: string;
  readonly small?: boolean | undefined;
  readonly class?: string;
  readonly reason: Message;
}): JSX.Element {
  const label = alt === '' ? ui.tell(say('No picture')) : alt;
  return (
    <span class={`wf-no-picture ${name}`} role="img" aria-label={label} title={ui.tell(reason)}>
      <Icon name="image" />
      {!small && <span>{ui.tell(reason)}</span>}
    </span>
  );
}
