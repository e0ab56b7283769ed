import type { Version } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import { isObject, isUnfilled, own, type Json } from '../json';
import type { ShownComponent } from '../screen/reading';
import { choiceProblems } from './choice';
import { dateProblems } from './date';
import { fileCounts, fileProblems } from './files';
import type { InputProblem } from './problem';
import { areaProblems, textProblems } from './text';

/** Whether an input must be filled: all of it, or which ends of a range (facts on Flow JSON, sections 8.12 and 8.19). */
export function requiredParts({ component, properties }: ShownComponent): {
  readonly whole: boolean;
  readonly parts: readonly string[];
} {
  const required = own(properties, 'required');
  if (component.type === 'PhotoPicker' || component.type === 'DocumentPicker') {
    return { whole: fileCounts(properties).least > 0, parts: [] };
  }
  if (isObject(required)) {
    return { whole: false, parts: ['start-date', 'end-date'].filter((end) => own(required, end) === true) };
  }
  if (required === true && own(properties, 'mode') === 'range') {
    return { whole: true, parts: ['start-date', 'end-date'] };
  }
  return { whole: required === true, parts: [] };
}

/**
 * What is wrong with what an input holds (facts on Flow JSON, sections 8 and 13). An empty input that is not required is
 * fine, whatever its other limits say.
 *
 * @param held the value as the state keeps it; `null` for none
 * @param patterns how much the patterns of the whole screen may still take
 */
export function problemsOf(
  shown: ShownComponent,
  held: Json,
  version: Version,
  patterns?: { left: number },
): readonly InputProblem[] {
  const { whole, parts } = requiredParts(shown);
  const missing = parts.filter((part) => isUnfilled(isObject(held) ? own(held, part) : null));
  if (missing.length > 0) {
    return missing.map((part) => ({ kind: 'required', part, message: say('Choose a day.') }));
  }
  if (isUnfilled(held) || (typeof held === 'string' && held.trim() === '')) {
    return whole ? [{ kind: 'required', message: say('This is required.') }] : [];
  }
  return valueProblems(shown, held, version, patterns);
}

function valueProblems(
  { component, properties }: ShownComponent,
  held: Json,
  version: Version,
  patterns: { left: number } | undefined,
): InputProblem[] {
  switch (component.type) {
    case 'TextInput':
      return typeof held === 'string' ? textProblems(held, properties, patterns) : [];
    case 'TextArea':
      return typeof held === 'string' ? areaProblems(held, properties) : [];
    case 'CheckboxGroup':
    case 'ChipsSelector':
      return choiceProblems(held, properties);
    case 'DatePicker':
    case 'CalendarPicker':
      return dateProblems(held, properties, version);
    case 'PhotoPicker':
    case 'DocumentPicker':
      return fileProblems(held, properties);
    default:
      return [];
  }
}
