import type { JSX } from 'preact';
import type { Props } from '../ui';

export function ImageCarousel({ drawn }: Props): JSX.Element {
  return <p>{drawn.type}</p>;
}
