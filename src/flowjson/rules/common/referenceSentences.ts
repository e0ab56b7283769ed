import { say, shortened, type Message } from '../../message';

/** What is said of references and expressions wherever they stand: in properties, in actions, in conditions. */

export const notAReference = say(
  'This is no reference; write {0}, {1} or {2}.',
  '${data.x}',
  '${form.x}',
  '${screen.ID.data.x}',
);

export const closingBraceMissing = say('The closing brace of this reference is missing.');

export const expressionsTooEarly = say(
  'Expressions in backticks exist from {0} on; before that, backticks mean nothing.',
  '6.0',
);

export const otherScreensTooEarly = say('References to other screens exist from {0} on.', '4.0');

/** A key or name that references cannot have in them. */
export function notReferenceable(name: string): Message {
  return say('References cannot name {0}: use letters, digits and {1} only.', shortened(name), '_');
}

/** Meta's client reads names in expressions as its programming language does. */
export function hyphenIsMinus(name: string): Message {
  return say(
    'In backticks the hyphen of {0} is read as a minus sign. Give it a name with {1} instead, or bind it outside of an expression.',
    name,
    '_',
  );
}
