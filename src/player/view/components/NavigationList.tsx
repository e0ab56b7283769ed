import type { JSX } from 'preact';
import type { Props } from '../ui';

export function NavigationList({ drawn }: Props): JSX.Element {
  return <p>{drawn.type}</p>;
}
