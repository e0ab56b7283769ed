import { once, onceFor } from '../../once';
import type { FlowRule, ScreenRule } from '../rule';
import type { StructureId } from './findings';
import { structureFacts } from './ruleFacts';
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

const foundAtTop = once(walkTop);
const foundOnScreen = onceFor(walkScreen);
