import type { Rule } from '../rule';
import { footerInIf, footerInNestedIf, footerInSwitch, ifTooDeep } from './branches';
import { footerReadsForm, outsideForm } from './form';
import { formEntryName, formEntryType, pickerInInitValues } from './formValues';
import { namesUnique } from './names';
import { navigationListAlone, navigationListOnTerminal, richTextAlone } from './placement';

/** What stands together and inside of what (facts on Flow JSON, sections 8.16 and 9). */
export const containerRules: readonly Rule[] = [
  namesUnique,
  outsideForm,
  footerReadsForm,
  footerInIf,
  footerInSwitch,
  footerInNestedIf,
  ifTooDeep,
  richTextAlone,
  navigationListAlone,
  navigationListOnTerminal,
  pickerInInitValues,
  formEntryName,
  formEntryType,
];
