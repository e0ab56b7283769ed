import { say } from '../../message';
import type { Action } from '../../model/action';
import type { Flow } from '../../model/flow';
import { stringOf, valueOf } from '../../text/nodes';
import type { FlowRule, ScreenRule } from '../rule';
import { limitedNearest } from '../common/suggestions';

const code = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';

/** Row 46. A binding in `next.name` is not checked; a blank one is the schema's. */
export const navigateTargetUnknown: FlowRule = {
  id: 'navigate-target-unknown',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  rows: [46],
  about: 'The screen that navigate opens exists.',
  checkFlow(flow, report) {
    const suggest = limitedNearest();
    const ids = flow.screens.flatMap(({ id }) => (id === undefined ? [] : [id]));
    for (const screen of flow.screens) {
      for (const action of screen.actions()) {
        const target = targetOf(action);
        if (target === undefined || flow.screen(target) !== undefined) continue;
        const meant = suggest(target, except(ids, screen.id));
        report({
          node: action.targetNode!,
          message: meant
            ? say('There is no screen {0}. Did you mean {1}?', target, meant)
            : say('There is no screen {0}.', target),
          facts: { screen: target, ...(meant && { suggestion: meant }) },
        });
      }
    }
  },
};

/** Row 45. */
export const navigateTargetSelf: ScreenRule = {
  id: 'navigate-target-self',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  rows: [45],
  about: 'A screen does not navigate to itself.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      const target = targetOf(action);
      if (target === undefined || target !== screen.id) continue;
      report({
        node: action.targetNode!,
        message: say('The screen {0} navigates to itself; name another screen.', target),
        facts: { screen: target },
        related: [{ node: screen.idNode!, message: say('The same screen.') }],
      });
    }
  },
};

/** Documented as the word `screen`; the client takes any text. */
export const navigateNextType: ScreenRule = {
  id: 'navigate-next-type',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'The type of what navigate opens is screen.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      const node = valueOf(valueOf(action.node, 'next'), 'type');
      const type = stringOf(node);
      if (action.name !== 'navigate' || !type?.trim() || type === 'screen') continue;
      report({
        node: node!,
        message: say('The type of {0} is {1}.', 'next', 'screen'),
        facts: { property: 'type', suggestion: 'screen' },
      });
    }
  },
};

function* except(ids: Iterable<string>, own: string | undefined): Generator<string> {
  for (const id of ids) if (id !== own) yield id;
}

/** The id that a navigate names as plain text. */
function targetOf(action: Action): string | undefined {
  return action.name === 'navigate' && action.target?.trim() ? action.target : undefined;
}

/** Every navigate to another screen that exists, with both screens. */
export function* navigations(flow: Flow): Generator<Navigation> {
  for (const screen of flow.screens) {
    for (const action of screen.actions()) {
      const id = targetOf(action);
      const target = id === undefined || id === screen.id ? undefined : flow.screen(id);
      if (target) yield { action, screen, target };
    }
  }
}

export interface Navigation {
  readonly action: Action;
  readonly screen: Flow['screens'][number];
  readonly target: Flow['screens'][number];
}
