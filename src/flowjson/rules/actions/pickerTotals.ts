import { mediaTotals } from '../../catalogue/limits';
import { say, type Message } from '../../message';
import type { Action } from '../../model/action';
import type { Component } from '../../model/component';
import type { Node } from '../../text/nodes';
import { valueOf } from '../../text/nodes';
import type { FlowRule, Report } from '../rule';
import { actionsWithPickers, mostFiles, type PickerValue } from './pickerValues';

const code = 'INVALID_ON_CLICK_ACTION_PAYLOAD';

/** Rows 36, 37, 99 and 100 as they stand, before 5.0. */
export const pickerSingleFile: FlowRule = {
  id: 'picker-single-file',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  since: '4.0',
  until: '5.0',
  rows: [36, 37, 99, 100],
  about: 'Before 5.0 the answer carries one file of one picker.',
  checkFlow(flow, report) {
    for (const { action, values } of actionsWithPickers(flow, 'complete')) {
      const pickers = distinct(values);
      if (pickers.length > 1) {
        report({
          node: action.payload!,
          message: say('The answer may carry the files of one picker only.'),
          related: pickers.map(declaration),
        });
      }
      for (const value of pickers) {
        const limits = limitsOf(value.picker);
        if (limits === undefined || limits.files <= 1) continue;
        report({
          node: value.node,
          message: say('The answer may carry one file: set {0} to 1.', mostFiles[value.picker.type]!),
          facts: factsOf(value),
          related: [declaration(value)],
        });
      }
    }
  },
};

/** What the same rows became in 5.0: 10 files and 100 MB together; unset limits count as 30 files of 25 MB. */
export const pickerTotals: FlowRule = {
  id: 'picker-totals',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  since: '5.0',
  rows: [36, 37, 99, 100],
  about: 'From 5.0 the pickers in an answer add up to 10 files and 100 MB at most, by their limits.',
  checkFlow(flow, report) {
    for (const { action, values } of actionsWithPickers(flow, 'complete')) {
      checkTotals(action, distinct(values), report);
    }
  },
};

function checkTotals(action: Action, values: readonly PickerValue[], report: Report): void {
  let files = 0;
  let kilobytes = 0;
  for (const { picker } of values) {
    const limits = limitsOf(picker);
    if (limits === undefined) return;
    files += limits.files;
    kilobytes += limits.files * limits.kilobytes;
  }
  const message = totalsMessage(values, files, kilobytes);
  const [first] = values;
  if (message === undefined || first === undefined) return;
  report({
    node: values.length === 1 ? first.node : action.payload!,
    message,
    facts: { ...factsOf(first), over: files > mediaTotals.maxFiles ? 'files' : 'size' },
    related: values.map(declaration),
  });
}

function totalsMessage(
  values: readonly PickerValue[],
  files: number,
  kilobytes: number,
): Message | undefined {
  const property = mostFiles[values[0]?.picker.type ?? ''] ?? '';
  if (files > mediaTotals.maxFiles) {
    return values.length === 1
      ? say(
          'The answer may carry {0} files, this picker allows {1}: set {2}.',
          mediaTotals.maxFiles,
          files,
          property,
        )
      : say(
          'The answer may carry {0} files, its pickers allow {1} together: lower their limits.',
          mediaTotals.maxFiles,
          files,
        );
  }
  if (kilobytes <= mediaTotals.maxKilobytes) return undefined;
  return say(
    'The answer may carry {0} MB, its pickers allow {1} MB together: lower {2} or the number of files.',
    mediaTotals.maxKilobytes / 1024,
    Math.ceil(kilobytes / 1024),
    'max-file-size-kb',
  );
}

/** The most files and the largest of them; nothing where they are written wrongly, which the schema says. */
function limitsOf(picker: Component): { readonly files: number; readonly kilobytes: number } | undefined {
  const files = whole(valueOf(picker.node, mostFiles[picker.type]!), mediaTotals.filesWhenUnset);
  const kilobytes = whole(valueOf(picker.node, 'max-file-size-kb'), mediaTotals.kilobytesWhenUnset);
  return files === undefined || kilobytes === undefined ? undefined : { files, kilobytes };
}

function whole(node: Node | undefined, unset: number): number | undefined {
  if (node === undefined) return unset;
  return node.type === 'number' && (node.value as number) >= 0 ? (node.value as number) : undefined;
}

/** Each picker once, however often the payload names it; places where no picker may stand have a rule of their own. */
function distinct(values: readonly PickerValue[]): PickerValue[] {
  const counted = values.filter(({ top, reference }) => top && reference.context === 'binding');
  return [...new Map(counted.map((value) => [value.picker, value])).values()];
}

function factsOf({ entry, picker, pickerScreen }: PickerValue) {
  return {
    key: entry.key,
    property: mostFiles[picker.type]!,
    component: picker.name ?? '',
    screen: pickerScreen.id ?? '',
  };
}

function declaration({ picker }: PickerValue) {
  return { node: picker.node, message: say('The {0} stands here.', picker.type) };
}
