import type { Version } from '../../catalogue/versions';
import { typeOnScreen, typeOfReference, isOwnScreen, type Resolution } from '../../expression/resolve';
import type { ReferencePath } from '../../expression/reference';
import { say } from '../../message';
import type { FlowRule, Report, ScreenRule } from '../rule';
import { actionReferences, type ActionReference } from './actionReferences';
import { unknownReference, written } from './unknownReference';
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
    for (const found of actionReferences(screen, version)) {
      const { to } = found.reference;
      if (!to || to.screen !== undefined) continue;
      reportUnknown(found, to, typeOnScreen(screen, to), version, report);
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
    for (const screen of flow.screens) {
      for (const found of actionReferences(screen, flow.version)) {
        const { to } = found.reference;
        if (to?.screen === undefined || isOwnScreen(screen, to)) continue;
        reportUnknown(found, to, typeOfReference(flow, screen, to), flow.version, report);
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
    for (const { reference, reading } of actionReferences(screen, version)) {
      const { to, node } = reference;
      if (!to || !isOwnScreen(screen, to)) continue;
      const local = written({ ...to, screen: undefined });
      report({
        node,
        ...(reading === 'expression' && { inside: [reference.start, reference.end] as const }),
        message: say('{0} is this screen: write {1}.', to.screen!, local),
        facts: { suggestion: local },
      });
    }
  },
};

function reportUnknown(
  { action, place, reading, reference }: ActionReference,
  to: ReferencePath,
  resolution: Resolution,
  version: Version,
  report: Report,
): void {
  const unknown = unknownReference(to, resolution);
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
