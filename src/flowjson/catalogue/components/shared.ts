import { say, type Message } from '../../message';
import { bool, name, property, selectAction, text, type Details } from '../rows';
import type { ComponentFact, ComponentPlace, PropertyFact } from '../types';
import type { Version } from '../versions';

type Places = Readonly<Partial<Record<ComponentPlace, Version>>>;

/** Places of what shows something. */
export const anywhere: Places = { layout: '2.1', form: '2.1', if: '4.0', switch: '4.0' };
/** Places of the first inputs: outside a Form only from 4.0 on. */
export const anywhereAsInput: Places = { layout: '4.0', form: '2.1', if: '4.0', switch: '4.0' };
export const everywhereSince = (since: Version): Places => ({
  layout: since,
  form: since,
  if: since,
  switch: since,
});

/** A component; documented unless it says otherwise. */
export function component(fact: Omit<ComponentFact, 'provenance'> & Partial<ComponentFact>): ComponentFact {
  return { provenance: 'documented', ...fact };
}

// Rows that many components share, word for word.

export const visible = property(bool, say('Whether the component is shown; hidden, it takes no space.'), {
  default: true,
});
export const enabled = property(bool, say('Whether the component can be used.'), { default: true });
export const requiredInput = property(
  bool,
  say('Whether the input must be filled before the Footer works.'),
  {
    default: false,
  },
);
export const inputName = property(
  name,
  say('The name under which the value is read, as in {0}; unique on the screen.', '${form.name}'),
  { required: true },
);
export const label = (
  softLimit: number,
  about: Message = say('The text that says what to enter.'),
): PropertyFact => property(text({ minLength: 1 }), about, { required: true, softLimit });
export const groupLabel = (details: Details): PropertyFact =>
  property(text({ blank: 'refused' }), say('The heading of the list.'), details);
export const description = (details: Details = {}): PropertyFact =>
  property(text(), say('A text below the label.'), { softLimit: 300, ...details });
export const helperText = property(text(), say('A short help below the field.'), { softLimit: 80 });
export const errorMessage = (details: Details = {}): PropertyFact =>
  property(text(), say('An error shown at the input until its value changes.'), {
    since: '4.0',
    outsideForm: true,
    ...details,
  });
export const initText = property(text(), say('The value that the input starts with.'), {
  since: '4.0',
  outsideForm: true,
});
export const onUnselect = (details: Details = { since: '6.0' }): PropertyFact =>
  property(
    selectAction('update_data'),
    say('What happens when the choice is taken back; without it the select action runs then too.'),
    details,
  );
