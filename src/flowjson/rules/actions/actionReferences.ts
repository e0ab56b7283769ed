import type { Version } from '../../catalogue/versions';
import type { Action } from '../../model/action';
import { referencesOf, type Reference } from '../../model/reference';
import type { Screen } from '../../model/screen';
import { actionTexts, readingOf, type Place } from './payload';

/** A reference in an action that is really read as one. */
export interface ActionReference {
  readonly action: Action;
  readonly place: Place;
  readonly reading: 'binding' | 'expression';
  readonly reference: Reference;
}

/** Every reference in the actions of a screen, badly formed ones too; those among other text are left out. */
export function* actionReferences(screen: Screen, version: Version): Generator<ActionReference> {
  for (const action of screen.actions()) {
    for (const { node, place } of actionTexts(action)) {
      const text = node.value as string;
      if (!text.includes('${')) continue;
      const reading = readingOf(text, version);
      if (reading === 'static') continue;
      for (const reference of referencesOf(node)) yield { action, place, reading, reference };
    }
  }
}
