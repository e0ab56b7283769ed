import type { Version } from '../../catalogue/versions';
import type { ReferencePath } from '../../text/reference';
import { isOwnScreen } from '../../expression/resolve';
import { onceFor } from '../../once';
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

/** An {@link ActionReference} to another screen. */
interface DistantReference extends ActionReference {
  readonly to: ReferencePath;
}

/** The references in the actions of a screen. */
export interface ActionReferences {
  /** All of them, badly formed ones too; those among other text are left out. */
  readonly all: readonly ActionReference[];
  /** Those to other screens, which have to be looked at again whatever changes. */
  readonly elsewhere: readonly DistantReference[];
}

/** Every reference in the actions of a screen; found once for a screen and version. */
export const actionReferences = onceFor((screen: Screen, version: Version): ActionReferences => {
  const all = [...referencesIn(screen, version)];
  const elsewhere = all.flatMap((found): DistantReference[] => {
    const { to } = found.reference;
    return to?.screen === undefined || isOwnScreen(screen, to) ? [] : [{ ...found, to }];
  });
  return { all, elsewhere };
});

function* referencesIn(screen: Screen, version: Version): Generator<ActionReference> {
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
