import type { JSX } from 'preact';
import { toggle } from '../parts/choose';
import { OptionGroup } from '../parts/optionGroup';
import type { Props } from '../ui';

export function RadioButtonsGroup({ drawn, ui }: Props): JSX.Element {
  return (
    <OptionGroup
      drawn={drawn}
      ui={ui}
      kind="radio"
      onChoose={(option) => {
        // A second tap takes the choice back where there need not be one (facts on Flow JSON, section 13).
        if (!option.selected || !drawn.input?.required) toggle(drawn, ui, option);
      }}
    />
  );
}
