import { say } from '../../message';
import { from, list, number, object, oneOf, property, selectAction, text } from '../rows';
import {
  anywhereAsInput,
  component,
  description,
  enabled,
  errorMessage,
  groupLabel,
  initText,
  inputName,
  onUnselect,
  requiredInput,
  visible,
} from './shared';

const options = (max: number) =>
  property(list(object('option'), { min: 1 }), say('The options to choose from.'), {
    required: true,
    softItems: { max },
  });
const mediaSize = property(
  oneOf('regular', 'large'),
  say('How large images and colours of the options are.'),
  {
    since: '5.0',
    default: 'regular',
  },
);
const onSelect = property(
  selectAction('data_exchange', from('6.0', 'update_data')),
  say('What happens when an option is chosen.'),
);
const minSelected = property(number({ min: 0 }), say('The fewest options to choose.'));
const maxSelected = (min: number) => property(number({ min }), say('The most options to choose.'));
const initIds = property(
  list(text({ blank: 'allowed' })),
  say('The ids of the options that are chosen at first.'),
  { since: '4.0', outsideForm: true },
);

export const choices = [
  component({
    type: 'CheckboxGroup',
    about: say('A list in which several options may be ticked.'),
    formValue: 'strings',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: groupLabel({ required: { since: '4.0' }, softLimit: 80 }),
      'data-source': options(20),
      description: description({ since: '4.0' }),
      'min-selected-items': minSelected,
      'max-selected-items': maxSelected(2),
      'media-size': mediaSize,
      required: requiredInput,
      enabled,
      visible,
      'on-select-action': onSelect,
      'on-unselect-action': onUnselect(),
      'init-value': initIds,
      'error-message': errorMessage(),
    },
  }),
  component({
    type: 'RadioButtonsGroup',
    about: say('A list in which one option is chosen.'),
    formValue: 'string',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: groupLabel({ required: { since: '4.0' }, softLimit: 80 }),
      'data-source': options(20),
      description: description({ since: '4.0' }),
      'media-size': mediaSize,
      required: requiredInput,
      enabled,
      visible,
      'on-select-action': onSelect,
      'on-unselect-action': onUnselect(),
      'init-value': initText,
      'error-message': errorMessage(),
    },
  }),
  component({
    type: 'Dropdown',
    about: say('A closed field that opens a list in which one option is chosen.'),
    formValue: 'string',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: groupLabel({ required: true, softLimit: 20 }),
      'data-source': options(200),
      required: requiredInput,
      enabled,
      visible,
      'on-select-action': onSelect,
      'on-unselect-action': onUnselect(),
      'init-value': initText,
      'error-message': errorMessage(),
    },
  }),
  component({
    type: 'ChipsSelector',
    since: '6.3',
    about: say('Pills of which several may be chosen.'),
    formValue: 'strings',
    places: { layout: '6.3', form: '6.3', if: '7.1', switch: '7.1' },
    properties: {
      name: inputName,
      label: groupLabel({ required: true, softLimit: 80 }),
      'data-source': property(list(object('chip'), { min: 1 }), say('The pills to choose from.'), {
        required: true,
        softItems: { min: 2, max: 20 },
      }),
      description: description(),
      'min-selected-items': minSelected,
      'max-selected-items': maxSelected(1),
      required: requiredInput,
      enabled,
      visible,
      'on-select-action': { ...onSelect, since: '7.1' },
      'on-unselect-action': onUnselect({ since: '7.1' }),
      'init-value': initIds,
      'error-message': errorMessage(),
    },
  }),
];
