import type { Flow } from '../../../flowjson/model/flow';
import { own } from '../../../player/json';
import { carryOver, entryOf, project, type PlayerState, type Projection } from '../../../player/player';
import { freshScreen } from '../../../player/state/state';

/** What each screen of a flow would show, with the data that it was given or its examples, as if a person stood there. */
export function projectAll(flow: Flow, state: PlayerState): readonly Projection[] {
  const ids = new Set(flow.screens.flatMap(({ id }) => id ?? []));
  const entry = entryOf(flow);
  return [...ids].map((id) => {
    const before = own(state.screens, id);
    const screen = { ...(before ?? freshScreen), visited: true };
    const there: PlayerState = {
      ...state,
      phase: { is: 'showing' },
      stack: [id],
      jumps: [],
      screens: { ...state.screens, [id]: screen },
      snackbar: null,
    };
    // Carried over: init values are put in. To all but the first screen people come from another one.
    return { ...project(flow, carryOver(flow, there).state), canGoBack: id !== entry };
  });
}
