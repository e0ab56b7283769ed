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
import { calendarPicker, datePicker } from './dates';
import { documentPicker, photoPicker } from './files';
import { image, imageCarousel } from './images';
import { navigationList } from './navigationList';
import { richText } from './richText';
import { embeddedLink, standIns, textBody, textCaption, textHeading, textSubheading } from './texts';

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
  TextHeading: textHeading,
  TextSubheading: textSubheading,
  TextBody: textBody,
  TextCaption: textCaption,
  RichText: richText,
  EmbeddedLink: embeddedLink,
  Image: image,
  ImageCarousel: imageCarousel,
  NavigationList: navigationList,
  DatePicker: datePicker,
  CalendarPicker: calendarPicker,
  PhotoPicker: photoPicker,
  DocumentPicker: documentPicker,
  Placeholders: standIns,
};

/** A sheet for each component, and one for the frame around them: what there is to see, by the sheet's name. */
export const sheets: Readonly<Record<string, readonly Specimen[]>> = {
  ...Object.fromEntries(
    Object.entries(componentFlows).map(([type, flow]) => [type, [{ title: 'As in the simulator', flow }]]),
  ),
  ...own,
};
