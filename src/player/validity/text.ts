import { say } from '../../flowjson/message';
import { own, type JsonObject } from '../json';
import { fitsPattern } from '../text/pattern';
import type { InputProblem } from './problem';

/** A phone number as the client takes it (facts on Flow JSON, section 8.4). */
const phone = String.raw`(\+[0-9]+[* .-]*)?(\([0-9]+\)[ .-]*)?([0-9][0-9 .-]+[0-9])*`;
/** The client's pattern for e-mail is not known; this one is loose. */
const email = String.raw`[^@\s]+@[^@\s.]+(\.[^@\s.]+)+`;
const number = String.raw`[+-]?(\d+([.,]\d*)?|[.,]\d+)`;
const pictures = /\p{Extended_Pictographic}/u;

/** How long a text is for a person: signs, not units of memory. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** What is wrong with a text typed into a TextInput (facts on Flow JSON, section 8.4); it is not empty. */
export function textProblems(
  text: string,
  properties: JsonObject,
  patterns?: { left: number },
): InputProblem[] {
  const problems = [...kindProblems(text, properties)];
  const length = lengthOf(text);
  const least = own(properties, 'min-chars');
  const most = own(properties, 'max-chars');
  if (typeof least === 'number' && length < least) {
    problems.push({ kind: 'length', message: say('Enter at least {0} characters.', least) });
  }
  if (typeof most === 'number' && length > most) {
    problems.push({ kind: 'length', message: say('Enter at most {0} characters.', most) });
  }
  const pattern = own(properties, 'pattern');
  // The base check of a number or passcode runs first.
  if (typeof pattern === 'string' && problems.every(({ kind }) => kind !== 'form')) {
    problems.push(...patternProblems(text, pattern, patterns));
  }
  return problems;
}

/** What is wrong with a text typed into a TextArea. */
export function areaProblems(text: string, properties: JsonObject): InputProblem[] {
  const most = own(properties, 'max-length');
  if (typeof most !== 'number' || lengthOf(text) <= most) return [];
  return [{ kind: 'length', message: say('Enter at most {0} characters.', most) }];
}

function kindProblems(text: string, properties: JsonObject): InputProblem[] {
  const form = (message: InputProblem['message']): InputProblem[] => [{ kind: 'form', message }];
  const trimmed = text.trim();
  switch (own(properties, 'input-type')) {
    case 'email':
      return fitsPattern(email, trimmed) === 'no' ? form(say('Enter an e-mail address.')) : [];
    case 'phone':
      return fitsPattern(phone, trimmed) === 'no' ? form(say('Enter a phone number.')) : [];
    case 'number':
      return fitsPattern(number, trimmed) === 'no' ? form(say('Enter a number.')) : [];
    case 'passcode':
      return /^\d+$/.test(text) ? [] : form(say('Enter digits only.'));
    case 'password':
      return pictures.test(text) ? form(say('Enter no emoji.')) : [];
    default:
      return [];
  }
}

/** The client's words for a pattern that does not fit are not known; the helper text says what is wanted. */
function patternProblems(
  text: string,
  pattern: string,
  patterns: { left: number } | undefined,
): InputProblem[] {
  switch (fitsPattern(pattern, text, patterns)) {
    case 'yes':
      return [];
    case 'no':
      return [{ kind: 'pattern', message: say('This does not have the form that is asked for.') }];
    case 'unknown':
      return [
        {
          kind: 'unchecked',
          message: say('The preview cannot check this pattern; phones may refuse the text.'),
        },
      ];
  }
}
