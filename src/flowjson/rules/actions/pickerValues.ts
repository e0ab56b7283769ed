import type { Action } from '../../model/action';
import type { Component } from '../../model/component';
import type { Flow } from '../../model/flow';
import { referencesOf, type Reference } from '../../model/reference';
import type { Screen } from '../../model/screen';
import { payloadStrings, type PayloadString } from './payload';

/** A payload value that reads a PhotoPicker or DocumentPicker. */
export interface PickerValue extends PayloadString {
  readonly picker: Component;
  readonly pickerScreen: Screen;
  readonly reference: Reference;
}

/** The property of each picker that says how many files it takes. */
export const mostFiles: Readonly<Record<string, string>> = {
  PhotoPicker: 'max-uploaded-photos',
  DocumentPicker: 'max-uploaded-documents',
};

export const isPicker = ({ type }: Component): boolean => Object.hasOwn(mostFiles, type);

/** The actions of those names whose payload reads pickers, of this screen or of others. */
export function* actionsWithPickers(
  flow: Flow,
  ...names: readonly string[]
): Generator<{ readonly action: Action; readonly values: readonly PickerValue[] }> {
  const any = flow.screens.some(({ components }) => components.some(isPicker));
  if (!any) return;
  for (const screen of flow.screens) {
    for (const action of screen.actions()) {
      if (action.name === undefined || !names.includes(action.name)) continue;
      const values = [...pickerValues(flow, screen, action)];
      if (values.length > 0) yield { action, values };
    }
  }
}

function* pickerValues(flow: Flow, screen: Screen, action: Action): Generator<PickerValue> {
  for (const string of payloadStrings(action)) {
    for (const reference of referencesOf(string.node)) {
      const { to, context } = reference;
      if (to?.scope !== 'form' || (context !== 'binding' && context !== 'expression')) continue;
      const pickerScreen = to.screen === undefined ? screen : flow.screen(to.screen);
      const picker = pickerScreen?.named().get(to.path[0]!)?.[0];
      if (picker && isPicker(picker)) yield { ...string, picker, pickerScreen: pickerScreen, reference };
    }
  }
}
