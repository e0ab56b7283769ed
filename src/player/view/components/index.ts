import { CalendarPicker } from './CalendarPicker';
import { CheckboxGroup } from './CheckboxGroup';
import { ChipsSelector } from './ChipsSelector';
import { DatePicker } from './DatePicker';
import { DocumentPicker } from './DocumentPicker';
import { Dropdown } from './Dropdown';
import { EmbeddedLink } from './EmbeddedLink';
import { Image } from './Image';
import { ImageCarousel } from './ImageCarousel';
import { NavigationList } from './NavigationList';
import { OptIn } from './OptIn';
import { PhotoPicker } from './PhotoPicker';
import { RadioButtonsGroup } from './RadioButtonsGroup';
import { RichText } from './RichText';
import { TextArea } from './TextArea';
import { TextBody } from './TextBody';
import { TextCaption } from './TextCaption';
import { TextHeading } from './TextHeading';
import { TextInput } from './TextInput';
import { TextSubheading } from './TextSubheading';
import type { JSX } from 'preact';
import type { Props } from '../ui';

/** How each type is drawn. Footers are drawn by the screen; Form, If and Switch are groups. */
export const components: Readonly<Record<string, (props: Props) => JSX.Element | null>> = {
  CalendarPicker,
  CheckboxGroup,
  ChipsSelector,
  DatePicker,
  DocumentPicker,
  Dropdown,
  EmbeddedLink,
  Image,
  ImageCarousel,
  NavigationList,
  OptIn,
  PhotoPicker,
  RadioButtonsGroup,
  RichText,
  TextArea,
  TextBody,
  TextCaption,
  TextHeading,
  TextInput,
  TextSubheading,
};
