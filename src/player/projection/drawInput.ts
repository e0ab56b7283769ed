import type { Version } from '../../flowjson/catalogue';
import { own, type Json } from '../json';
import type { ShownInput } from '../screen/inputs';
import type { ScreenState } from '../state/state';
import { drawnDays } from '../validity/date';
import { fileCounts } from '../validity/files';
import { lengthOf } from '../validity/text';
import { requiredParts } from '../validity/validity';
import type { DrawnInput } from './types';

/** An input as it is drawn (facts on Flow JSON, section 13). */
export function drawInput(
  { name, shown, held, problems }: ShownInput,
  { left, judged, touched, dismissed }: ScreenState,
  sensitive: boolean,
  errorMessage: Json,
  version: Version,
): DrawnInput {
  const { properties, component } = shown;
  const kind = own(properties, 'input-type');
  const { whole, parts } = requiredParts(shown);
  const gone = own(dismissed, name);
  const isText = component.type === 'TextInput' || component.type === 'TextArea';
  const isPicker = component.type === 'PhotoPicker' || component.type === 'DocumentPicker';
  const isDate = component.type === 'DatePicker' || component.type === 'CalendarPicker';
  const number = (property: string): number | null => {
    const value = own(properties, property);
    return typeof value === 'number' ? value : null;
  };
  const counts = isPicker ? fileCounts(properties) : undefined;
  return {
    value: held,
    enabled: own(properties, 'enabled') !== false && shown.broken === undefined,
    required: whole || parts.length > 0,
    requiredParts: parts,
    problems,
    showsProblems: problems.length > 0 && (judged || left.includes(name)),
    // It shows until the value changes, and again when it says something else.
    errorMessage:
      gone !== undefined && JSON.stringify(gone) === JSON.stringify(errorMessage) ? null : errorMessage,
    touched: touched.includes(name),
    masked: kind === 'password' || kind === 'passcode',
    sensitive,
    length: isText ? lengthOf(typeof held === 'string' ? held : '') : null,
    limit: isText ? (number('max-chars') ?? number('max-length')) : null,
    least: counts?.least ?? number('min-selected-items'),
    most: counts?.most ?? number('max-selected-items'),
    days: isDate ? drawnDays(properties, version) : null,
  };
}
