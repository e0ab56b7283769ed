import type { Rule } from '../rule';
import { calendarDaysRules } from './calendarDays';
import { calendarFormRules } from './calendarForm';
import { calendarModeRules } from './calendarMode';
import { dateFormatRules } from './dateFormat';
import { dateRangeRules } from './dateRange';
import { entryIdRules } from './entryIds';
import { imageRules } from './images';
import { minMaxRules } from './minMax';
import { navigationActionRules } from './navigationAction';
import { navigationItemRules } from './navigationItems';
import { optionMediaRules } from './optionMedia';
import { richTextRules } from './richText';
import { textInputRules } from './textInput';

/** What a component demands of several of its properties together, or of what a value means. */
export const componentRules: readonly Rule[] = [
  ...minMaxRules,
  ...dateFormatRules,
  ...dateRangeRules,
  ...calendarModeRules,
  ...calendarFormRules,
  ...calendarDaysRules,
  ...optionMediaRules,
  ...entryIdRules,
  ...imageRules,
  ...textInputRules,
  ...navigationActionRules,
  ...navigationItemRules,
  ...richTextRules,
];
