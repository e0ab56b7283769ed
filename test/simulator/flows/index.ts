import appointmentBooking from './appointment-booking.json';
import coffeeOrder from './coffee-order.json';
import componentCalendarPicker from './component-calendar-picker.json';
import componentCheckboxGroup from './component-checkbox-group.json';
import componentChipsSelector from './component-chips-selector.json';
import componentDatePicker from './component-date-picker.json';
import componentDocumentPicker from './component-document-picker.json';
import componentDropdown from './component-dropdown.json';
import componentEmbeddedLink from './component-embedded-link.json';
import componentFooter from './component-footer.json';
import componentForm from './component-form.json';
import componentIf from './component-if.json';
import componentImage from './component-image.json';
import componentImageCarousel from './component-image-carousel.json';
import componentNavigationList from './component-navigation-list.json';
import componentOptIn from './component-opt-in.json';
import componentPhotoPicker from './component-photo-picker.json';
import componentRadioButtonsGroup from './component-radio-buttons-group.json';
import componentRichText from './component-rich-text.json';
import componentSwitch from './component-switch.json';
import componentTextArea from './component-text-area.json';
import componentTextBody from './component-text-body.json';
import componentTextCaption from './component-text-caption.json';
import componentTextHeading from './component-text-heading.json';
import componentTextInput from './component-text-input.json';
import componentTextSubheading from './component-text-subheading.json';
import insuranceQuote from './insurance-quote.json';
import leadGeneration from './lead-generation.json';
import orderTracking from './order-tracking.json';
import parcelClaim from './parcel-claim.json';
import signIn from './sign-in.json';
import signUp from './sign-up.json';
import survey from './survey.json';

/** Whole flows as businesses have them; the text is what CAMS keeps. */
export const wholeFlows = {
  appointmentBooking: text(appointmentBooking),
  coffeeOrder: text(coffeeOrder),
  insuranceQuote: text(insuranceQuote),
  leadGeneration: text(leadGeneration),
  orderTracking: text(orderTracking),
  parcelClaim: text(parcelClaim),
  signIn: text(signIn),
  signUp: text(signUp),
  survey: text(survey),
};

/** One flow for each component of Flow JSON, by the component's name. */
export const componentFlows: Readonly<Record<string, string>> = {
  CalendarPicker: text(componentCalendarPicker),
  CheckboxGroup: text(componentCheckboxGroup),
  ChipsSelector: text(componentChipsSelector),
  DatePicker: text(componentDatePicker),
  DocumentPicker: text(componentDocumentPicker),
  Dropdown: text(componentDropdown),
  EmbeddedLink: text(componentEmbeddedLink),
  Footer: text(componentFooter),
  Form: text(componentForm),
  If: text(componentIf),
  Image: text(componentImage),
  ImageCarousel: text(componentImageCarousel),
  NavigationList: text(componentNavigationList),
  OptIn: text(componentOptIn),
  PhotoPicker: text(componentPhotoPicker),
  RadioButtonsGroup: text(componentRadioButtonsGroup),
  RichText: text(componentRichText),
  Switch: text(componentSwitch),
  TextArea: text(componentTextArea),
  TextBody: text(componentTextBody),
  TextCaption: text(componentTextCaption),
  TextHeading: text(componentTextHeading),
  TextInput: text(componentTextInput),
  TextSubheading: text(componentTextSubheading),
};

function text(flow: unknown): string {
  return `${JSON.stringify(flow, null, 2)}\n`;
}
