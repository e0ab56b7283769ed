import { say } from '../../message';
import { components, property, required, text } from '../rows';
import type { Shape } from '../types';
import { component } from './shared';

const byName: Shape = { is: 'map', values: { is: 'any' }, bindable: true };
const switchCases: Shape = {
  is: 'map',
  keys: /^[a-zA-Z][a-zA-Z0-9-_]*$/,
  values: components('switch'),
  min: 1,
};

export const containers = [
  component({
    type: 'Form',
    about: say('Holds the inputs of a screen, with their first values and errors.'),
    places: { layout: '2.1' },
    properties: {
      name: property(
        text({ blank: 'refused' }),
        say('The name of the form; it has no value of its own.'),
        required,
      ),
      children: property(components('form'), say('What the form holds.'), required),
      'init-values': property(byName, say('First values of the inputs, by their names.')),
      'error-messages': property(byName, say('Errors shown at the inputs, by their names.')),
    },
  }),
  component({
    type: 'If',
    since: '4.0',
    about: say('Shows one thing or another, depending on a condition.'),
    places: { layout: '4.0', form: '4.0', if: '4.0' },
    properties: {
      condition: property(
        { is: 'condition' },
        say('The question; with at least one reference and true or false as its answer.'),
        required,
      ),
      then: property(components('if', 1), say('What is shown when the condition is true.'), required),
      else: property(components('if', 1), say('What is shown when the condition is false.')),
    },
  }),
  component({
    type: 'Switch',
    since: '4.0',
    about: say('Shows the case whose key equals a value.'),
    places: { layout: '4.0', form: '4.0', if: '4.0' },
    properties: {
      value: property(
        { is: 'binding' },
        say('The reference whose value is compared with the keys.'),
        required,
      ),
      cases: property(
        switchCases,
        say('What is shown for each value; the case {0} when no other fits.', 'default'),
        required,
      ),
    },
  }),
];
