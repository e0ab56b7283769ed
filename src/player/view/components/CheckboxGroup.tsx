import type { JSX } from 'preact';
import { toggle } from '../parts/choose';
import { OptionGroup } from '../parts/optionGroup';
import type { Props } from '../ui';

export function CheckboxGroup({ drawn, ui }: Props): JSX.Element {
  return (
    <OptionGroup drawn={drawn} ui={ui} kind="checkbox" onChoose={(option) => toggle(drawn, ui, option)} />
  );
}
