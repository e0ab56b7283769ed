import type { JSX } from 'preact';
import { Clamped } from '../parts/clamped';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function EmbeddedLink({ drawn, ui }: Props): JSX.Element {
  return (
    <button
      type="button"
      role="link"
      class="wf-link wf-embedded-link"
      onClick={() => ui.act({ is: 'tapped', key: drawn.key })}
    >
      <Clamped lines={1}>{textOf(drawn.properties, 'text')}</Clamped>
    </button>
  );
}
