import type { JSX } from 'preact';
import { Clamped } from '../parts/clamped';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function TextSubheading({ drawn }: Props): JSX.Element {
  return (
    <Clamped lines={4} as="h3" class="wf-subheading">
      {textOf(drawn.properties, 'text')}
    </Clamped>
  );
}
