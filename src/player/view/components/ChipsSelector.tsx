import type { JSX } from 'preact';
import type { Props } from '../ui';

export function ChipsSelector({ drawn }: Props): JSX.Element {
  return <p>{drawn.type}</p>;
}
