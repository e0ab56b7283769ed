import type { Flow } from '../../model/flow';
import type { Screen } from '../../model/screen';
import type { Version } from '../../catalogue';
import type { FlowRule, ScreenRule } from '../rule';
import type { Findings, StructureId } from './findings';
import { structureFacts } from './rules';
import { walkScreen, walkTop } from './walk';

/** What the catalogue demands of every object and value. All these rules share one walk of a screen. */
export const structureRules: readonly (FlowRule & ScreenRule)[] = (
  Object.keys(structureFacts) as StructureId[]
).map((id) => {
  const { provenance = 'documented', ...facts } = structureFacts[id];
  return {
    id,
    ...facts,
    severity: 'error',
    provenance,
    checkFlow: (flow, report) => foundAtTop(flow).of(id).forEach(report),
    checkScreen: (screen, report, { version }) => foundOnScreen(screen, version).of(id).forEach(report),
  };
});

const atTop = new WeakMap<Flow, Findings>();
const onScreens = new WeakMap<Screen, Findings>();

function foundAtTop(flow: Flow): Findings {
  let found = atTop.get(flow);
  if (found === undefined) atTop.set(flow, (found = walkTop(flow)));
  return found;
}

function foundOnScreen(screen: Screen, version: Version): Findings {
  let found = onScreens.get(screen);
  if (found?.version !== version) onScreens.set(screen, (found = walkScreen(screen, version)));
  return found;
}
