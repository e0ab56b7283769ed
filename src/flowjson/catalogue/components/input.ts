import { say } from '../../message';
import { bool, clickAction, from, integer, number, oneOf, property, selectAction, text } from '../rows';
import {
  anywhereAsInput,
  component,
  enabled,
  errorMessage,
  helperText,
  initText,
  inputName,
  label,
  onUnselect,
  requiredInput,
  visible,
} from './shared';

const labelVariant = property(
  oneOf('large'),
  say('Large shows the label above the field, on several lines.'),
  {
    since: '7.0',
  },
);
const fieldLabel = { ...label(20), softLimitLarge: 150 };

export const inputs = [
  component({
    type: 'TextInput',
    about: say('A field for one line of text.'),
    formValue: 'string',
    formValueBy: { property: 'input-type', values: { number: 'number', passcode: 'number' } },
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: fieldLabel,
      'input-type': property(
        oneOf('text', 'number', 'email', 'password', 'passcode', 'phone'),
        say('Which keyboard opens and how the entry is checked.'),
        { default: 'text' },
      ),
      pattern: property(
        text({ format: 'regex' }),
        say(
          'A regular expression, without slashes, that the whole entry must match; not for email and phone, and only with a helper text.',
        ),
        {
          since: '6.2',
          needs: ['helper-text'],
          onlyWith: {
            property: 'input-type',
            values: ['text', 'number', 'password', 'passcode'],
            orMissing: true,
          },
        },
      ),
      required: requiredInput,
      'min-chars': property(number(), say('The fewest characters.'), { default: 0 }),
      'max-chars': property(number(), say('The most characters.'), { default: 80 }),
      'helper-text': helperText,
      enabled,
      visible,
      'label-variant': labelVariant,
      'init-value': initText,
      'error-message': errorMessage({ softLimit: 30 }),
    },
  }),
  component({
    type: 'TextArea',
    about: say('A field for several lines of text.'),
    formValue: 'string',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: fieldLabel,
      required: requiredInput,
      'max-length': property(integer(), say('The most characters; the field counts down to it.'), {
        default: 600,
      }),
      'helper-text': helperText,
      enabled,
      visible,
      'label-variant': labelVariant,
      'init-value': initText,
      'error-message': errorMessage(),
    },
  }),
  component({
    type: 'OptIn',
    about: say('A checkbox with a text to agree to.'),
    formValue: 'boolean',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: label(120, say('The text to agree to, beside the box.')),
      required: requiredInput,
      visible,
      'on-click-action': property(
        clickAction('data_exchange', 'navigate', from('6.0', 'open_url')),
        say('What the "Read more" link does; without it there is no link.'),
      ),
      'on-select-action': property(selectAction('update_data'), say('What happens when the box is ticked.'), {
        since: '6.0',
      }),
      'on-unselect-action': onUnselect(),
      'init-value': property(bool, say('Whether the box is ticked at first.'), {
        since: '4.0',
        outsideForm: true,
      }),
    },
  }),
];
