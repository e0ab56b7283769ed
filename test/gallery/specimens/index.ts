import { componentFlows } from '../../simulator/flows';
import type { Specimen } from '../specimen';
import { checkboxGroup } from './checkboxGroup';
import { chipsSelector } from './chipsSelector';
import { dropdown } from './dropdown';
import { footer } from './footer';
import { frame } from './frame';
import { optIn } from './optIn';
import { radioButtonsGroup } from './radioButtonsGroup';
import { textArea } from './textArea';
import { textInput } from './textInput';

const own: Readonly<Record<string, readonly Specimen[]>> = {
  Frame: frame,
  TextInput: textInput,
  TextArea: textArea,
  Dropdown: dropdown,
  RadioButtonsGroup: radioButtonsGroup,
  CheckboxGroup: checkboxGroup,
  ChipsSelector: chipsSelector,
  OptIn: optIn,
  Footer: footer,
};

/** A sheet for each component, and one for the frame around them: what there is to see, by the sheet's name. */
export const sheets: Readonly<Record<string, readonly Specimen[]>> = {
  ...Object.fromEntries(
    Object.entries(componentFlows).map(([type, flow]) => [type, [{ title: 'As in the simulator', flow }]]),
  ),
  ...own,
};
