import { say } from '../../message';
import type { Screen } from '../../model/screen';
import type { FlowRule, ScreenRule } from '../rule';

/** Row 77. */
export const screenIdsUnique: FlowRule = {
  id: 'screen-id-duplicate',
  codes: ['DUPLICATE_SCREEN_IDS'],
  severity: 'error',
  provenance: 'documented',
  rows: [77],
  about: 'Every screen has an id of its own.',
  checkFlow(flow, report) {
    const first = new Map<string, Screen>();
    for (const screen of flow.screens) {
      const { id, idNode } = screen;
      if (id === undefined || idNode === undefined) continue;
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, screen);
        continue;
      }
      report({
        node: idNode,
        message: say('Two screens have the id {0}: give this one another.', id),
        facts: { screen: id },
        related: [{ node: before.idNode!, message: say('The first screen with the id {0}.', id) }],
      });
    }
  },
};

/** Row 78. Meta's client compares with `success`, its documentation with `SUCCESS`; other spellings are only unwise. */
export const screenIdReserved: ScreenRule = {
  id: 'screen-id-reserved',
  codes: ['SCREEN_ID_IS_RESERVED_KEYWORD'],
  severity: 'error',
  provenance: 'documented',
  rows: [78],
  about: 'No screen is called SUCCESS: this is what an endpoint answers to end the flow.',
  checkScreen({ id, idNode }, report) {
    if (id?.toLowerCase() !== 'success') return;
    const reserved = id === 'success' || id === 'SUCCESS';
    report({
      node: idNode!,
      message: say('{0} is reserved: an endpoint ends the flow with it. Give this screen another id.', id),
      facts: { screen: id },
      ...(!reserved && { severity: 'warning', provenance: 'advice' }),
    });
  },
};
