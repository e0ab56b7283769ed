import type { JSX } from 'preact';
import type { DrawnOption } from '../../projection/types';
import type { Props } from '../ui';
import { errorsOf } from './errors';
import { GroupHead } from './groupHead';
import { leaving } from './leaving';
import { OptionRow } from './optionRow';
import { Under } from './under';

interface GroupProps extends Props {
  readonly kind: 'radio' | 'checkbox';
  readonly onChoose: (option: DrawnOption) => void;
}

/** A group of options with their heading: CheckboxGroup and RadioButtonsGroup. */
export function OptionGroup({ drawn, ui, kind, onChoose }: GroupProps): JSX.Element {
  return (
    <div
      class={`wf-group${errorsOf(drawn, ui).length > 0 ? ' wf-wrong' : ''}`}
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      aria-labelledby={ui.id(drawn, 'label')}
      aria-describedby={ui.id(drawn, 'under')}
      {...(kind === 'radio' && { 'aria-required': drawn.input?.required ?? false })}
      {...leaving(drawn, ui)}
    >
      <GroupHead drawn={drawn} ui={ui} counts={kind === 'checkbox'} />
      <div class="wf-rows">
        {drawn.options.map((option, index) => (
          <OptionRow
            key={`${index} ${option.id}`}
            drawn={drawn}
            ui={ui}
            option={option}
            kind={kind}
            large={drawn.properties['media-size'] === 'large'}
            onChoose={onChoose}
          />
        ))}
      </div>
      <Under drawn={drawn} ui={ui} />
    </div>
  );
}
