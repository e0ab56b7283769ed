import type { JSX } from 'preact';
import { useRedraw } from '../parts/redraw';
import type { DrawnOption } from '../../projection/types';
import { toggle } from '../parts/choose';
import { Clamped } from '../parts/clamped';
import { GroupHead } from '../parts/groupHead';
import { leaving } from '../parts/leaving';
import { Under } from '../parts/under';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function ChipsSelector({ drawn, ui }: Props): JSX.Element {
  return (
    <div
      class="wf-group"
      role="group"
      aria-labelledby={ui.id(drawn, 'label')}
      aria-describedby={ui.id(drawn, 'under')}
      {...leaving(drawn, ui)}
    >
      <GroupHead drawn={drawn} ui={ui} counts />
      <div class="wf-chips">
        {drawn.options.map((option, index) => (
          <Chip key={`${index} ${option.id}`} drawn={drawn} ui={ui} option={option} />
        ))}
      </div>
      <Under drawn={drawn} ui={ui} />
    </div>
  );
}

function Chip({ drawn, ui, option }: Props & { readonly option: DrawnOption }): JSX.Element {
  const redraw = useRedraw();
  return (
    <label class="wf-chip">
      <input
        type="checkbox"
        checked={option.selected}
        disabled={!option.enabled}
        onChange={() => {
          toggle(drawn, ui, option);
          redraw();
        }}
      />
      <Clamped lines={1}>{textOf(option.properties, 'title') ?? ''}</Clamped>
    </label>
  );
}
