import { before } from '../../catalogue';
import { isOwnScreen, typeOfReference, typeOnScreen } from '../../expression/resolve';
import { valuesElsewhere } from '../../expression/dynamicValues';
import { say } from '../../message';
import { writeReference } from '../../text/reference';
import { unknownReference } from '../common/unknownReference';
import type { FlowRule, ScreenRule } from '../rule';
import { forValues, stretchOf } from '../common/valueRules';

/** Rows 54, 65, 66: on the own screen. */
export const unknown: ScreenRule = {
  id: 'reference-unknown',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'documented',
  rows: [54, 65, 66],
  about: 'What a component refers to on its own screen exists.',
  checkScreen: forValues((value, report, version, screen) => {
    for (const reference of value.followed) {
      const { to } = reference;
      if (to.screen !== undefined || (to.scope === 'form' && before(version, '4.0'))) continue;
      const lost = unknownReference(to, typeOnScreen(screen, to));
      if (!lost) continue;
      const { message, facts, related } = lost;
      report({ node: value.node, ...stretchOf(value, reference), message, facts, related });
    }
  }),
};

/** Rows 63, 64b, 65, 66: on other screens. Row 63 has a code of its own in Meta's table. */
export const unknownElsewhere: FlowRule = {
  id: 'reference-unknown-elsewhere',
  since: '4.0',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA', 'INVALID_SCREEN_DATA'],
  severity: 'error',
  provenance: 'documented',
  rows: [63, 64, 65, 66],
  about: 'What a component refers to on another screen exists, and so does the screen.',
  checkFlow(flow, report) {
    for (const screen of flow.screens) {
      for (const value of valuesElsewhere(screen, flow.version)) {
        for (const reference of value.followed) {
          const { to } = reference;
          if (to.screen === undefined || isOwnScreen(screen, to)) continue;
          const resolution = typeOfReference(flow, screen, to);
          const lost = unknownReference(to, resolution);
          if (!lost) continue;
          const { message, facts, related } = lost;
          const isRow63 = resolution.is === 'unknown-data' || resolution.is === 'unknown-input';
          report({
            node: value.node,
            ...stretchOf(value, reference),
            ...(isRow63 && { code: 'INVALID_SCREEN_DATA' }),
            message,
            facts,
            related,
          });
        }
      }
    }
  },
};

/** Row 64a. */
export const ownScreen: ScreenRule = {
  id: 'reference-own-screen',
  since: '4.0',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'documented',
  rows: [64],
  about: 'A reference to the own screen is written in its local form.',
  checkScreen: forValues((value, report, _version, screen) => {
    for (const reference of value.followed) {
      if (!isOwnScreen(screen, reference.to)) continue;
      const suggestion = writeReference({ ...reference.to, screen: undefined });
      report({
        node: value.node,
        ...stretchOf(value, reference),
        message: say('{0} is this screen: write {1}.', screen.id!, suggestion),
        facts: { suggestion },
      });
    }
  }),
};

/** Meta documents references in titles for other screens only. */
export const localInTitle: ScreenRule = {
  id: 'reference-local-in-title',
  since: '4.0',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'warning',
  provenance: 'documented',
  about: 'The title of a screen refers to other screens only.',
  checkScreen: forValues((value, report) => {
    if (value.component) return;
    for (const reference of value.followed) {
      if (reference.to.screen !== undefined) continue;
      report({
        node: value.node,
        ...stretchOf(value, reference),
        message: say(
          'In titles only references to other screens are documented, such as {0}.',
          '${screen.ID.data.x}',
        ),
      });
    }
  }),
};
