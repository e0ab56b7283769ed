import { atLeast, before, type Version } from '../../catalogue/versions';
import type { Severity } from '../../diagnosis';
import { say } from '../../message';
import type { Action } from '../../model/action';
import { declaredOn, type Screen } from '../../model/screen';
import { properties, valueOf, type Property } from '../../text/nodes';
import type { FlowRule, Report } from '../rule';
import { limitedNearest, type Suggest } from '../common/suggestions';
import { navigations, type Navigation } from './navigateTarget';

/** Meta's client does not compare payloads with data models in 6.0–7.2; its documentation knows no such gap. */
const severity = (version: Version): Severity =>
  atLeast(version, '6.0') && before(version, '7.3') ? 'warning' : 'error';

/** Rows 41, 42 and, with another code for the same, 50. */
export const navigateUnknownKey: FlowRule = {
  id: 'navigate-unknown-key',
  codes: ['INVALID_NAVIGATE_ACTION_PAYLOAD'],
  severity,
  provenance: 'documented',
  rows: [41, 42, 50],
  about: 'The next screen declares every value that navigate hands to it.',
  checkFlow(flow, report) {
    const suggest = limitedNearest();
    for (const navigation of navigations(flow)) {
      if (properties(navigation.action.payload).length === 0) continue;
      const data = valueOf(navigation.target.node, 'data');
      if (data === undefined) withoutData(navigation, report);
      else if (data.type === 'object') unknownKeys(navigation, suggest, report);
    }
  },
};

/** Rows 43 and, with another code for the same, 52. */
export const navigateMissingKey: FlowRule = {
  id: 'navigate-missing-key',
  codes: ['INVALID_NAVIGATE_ACTION_PAYLOAD', 'MISSING_NAVIGATION_ACTION_PAYLOAD'],
  severity,
  provenance: 'documented',
  rows: [43, 52],
  about: 'Navigate supplies every value that the next screen declares.',
  checkFlow(flow, report) {
    for (const { action, target } of navigations(flow)) {
      if (action.payload !== undefined && action.payload.type !== 'object') continue;
      const missing = missingKeys(action, target);
      if (missing.length === 0) continue;
      const keys = missing.map(({ key }) => key).join(', ');
      report({
        node: action.payload ?? action.node,
        ...(action.payload === undefined && {
          code: 'MISSING_NAVIGATION_ACTION_PAYLOAD',
          provenance: 'observed',
        }),
        message: say('The screen {0} also needs {1}: add it to the payload.', target.id!, keys),
        facts: { screen: target.id!, keys },
        related: missing.map(({ key, keyNode }) => ({
          node: keyNode,
          message: say('{0} is declared here.', key),
        })),
      });
    }
  },
};

/** What a screen declares and a payload to it leaves out. */
function missingKeys(action: Action, target: Screen): readonly Property[] {
  const given = new Set(properties(action.payload).map(({ key }) => key));
  return declaredOn(target).filter(({ key }) => !given.has(key));
}

function withoutData({ action, target }: Navigation, report: Report): void {
  report({
    node: action.payload!,
    message: say(
      'The screen {0} declares no data: declare there what this payload hands over, or leave it out.',
      target.id!,
    ),
    facts: {
      screen: target.id!,
      keys: properties(action.payload)
        .map(({ key }) => key)
        .join(', '),
    },
    related: [{ node: target.idNode!, message: say('The next screen.') }],
  });
}

function unknownKeys({ action, target }: Navigation, suggest: Suggest, report: Report): void {
  const known = new Map(declaredOn(target).map((entry) => [entry.key, entry]));
  const missing = missingKeys(action, target).map(({ key }) => key);
  for (const { key, keyNode } of properties(action.payload)) {
    if (target.data().has(key)) continue;
    const meant = suggest(key, missing);
    const place = known.get(meant ?? '');
    report({
      node: keyNode,
      message: meant
        ? say('The screen {0} does not declare {1}. Did you mean {2}?', target.id!, key, meant)
        : say(
            'The screen {0} does not declare {1}: add it to its data, or leave it out here.',
            target.id!,
            key,
          ),
      facts: { key, screen: target.id!, ...(meant && { suggestion: meant }) },
      related: [
        place
          ? { node: place.keyNode, message: say('{0} is declared here.', place.key) }
          : { node: valueOf(target.node, 'data')!, message: say('The data of the next screen.') },
      ],
    });
  }
}
