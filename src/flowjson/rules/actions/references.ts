import type { Version } from '../../catalogue/versions';
import { isOwnScreen, typeOfReference, typeOnScreen, type Resolution } from '../../expression/resolve';
import { writeReference, type ReferencePath } from '../../text/reference';
import { say } from '../../message';
import type { FlowRule, Report, ScreenRule } from '../rule';
import { actionReferences, type ActionReference } from './actionReferences';
import { limitedNearest, type Suggest } from '../common/suggestions';
import { unknownReference } from '../common/unknownReference';
import { verdictCodes, verdictOn } from './verdict';

/** Rows 34, 35, 48, 49, 53 and, in expressions, 101: references to the own screen. */
export const payloadReference: ScreenRule = {
  id: 'payload-reference-unknown',
  codes: verdictCodes,
  severity: 'error',
  provenance: 'documented',
  rows: [34, 35, 48, 49, 53, 101],
  about: 'What an action refers to on its own screen exists.',
  checkScreen(screen, report, { version }) {
    const asked = { version, suggest: limitedNearest(), report };
    for (const found of actionReferences(screen, version).all) {
      const { to } = found.reference;
      if (!to || to.screen !== undefined) continue;
      reportUnknown(found, to, typeOnScreen(screen, to), asked);
    }
  },
};

/** The same for references to other screens. */
export const payloadReferenceElsewhere: FlowRule = {
  id: 'payload-reference-elsewhere',
  codes: verdictCodes,
  severity: 'error',
  provenance: 'documented',
  since: '4.0',
  rows: [34, 35, 48, 49, 53, 101],
  about: 'What an action refers to on other screens exists.',
  checkFlow(flow, report) {
    const asked = { version: flow.version, suggest: limitedNearest(), report };
    for (const screen of flow.screens) {
      for (const found of actionReferences(screen, flow.version).elsewhere) {
        reportUnknown(found, found.to, typeOfReference(flow, screen, found.to), asked);
      }
    }
  },
};

/** Observed for properties of components; nothing says that payloads differ. */
export const payloadReferenceOwnScreen: ScreenRule = {
  id: 'payload-reference-own-screen',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'observed',
  since: '4.0',
  about: 'An action refers to its own screen in the local form.',
  checkScreen(screen, report, { version }) {
    for (const { reference, reading } of actionReferences(screen, version).all) {
      const { to, node } = reference;
      if (!to || !isOwnScreen(screen, to)) continue;
      const local = writeReference({ ...to, screen: undefined });
      report({
        node,
        ...(reading === 'expression' && { inside: [reference.start, reference.end] as const }),
        message: say('{0} is this screen: write {1}.', to.screen!, local),
        facts: { suggestion: local },
      });
    }
  },
};

interface Asked {
  readonly version: Version;
  readonly suggest: Suggest;
  readonly report: Report;
}

function reportUnknown(
  { action, place, reading, reference }: ActionReference,
  to: ReferencePath,
  resolution: Resolution,
  { version, suggest, report }: Asked,
): void {
  const unknown = unknownReference(to, resolution, suggest);
  if (!unknown) return;
  const { message, facts, related, doubtful } = unknown;
  report({
    node: reference.node,
    ...(reading === 'expression' && { inside: [reference.start, reference.end] as const }),
    ...verdictOn(action, place, reading, version),
    ...(doubtful && { severity: 'warning' }),
    message,
    facts,
    related,
  });
}
