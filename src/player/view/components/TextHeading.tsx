import type { JSX } from 'preact';
import { Clamped } from '../parts/clamped';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function TextHeading({ drawn, ui }: Props): JSX.Element {
  return (
    <Clamped lines={ui.look.platform === 'ios' ? 4 : 5} as="h2" class="wf-heading">
      {textOf(drawn.properties, 'text')}
    </Clamped>
  );
}
