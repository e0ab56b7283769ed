import { isVersion, newestVersion, recommendedVersion, versions } from '../../catalogue';
import { say } from '../../message';
import type { Flow } from '../../model/flow';
import { property, stringOf, type Node } from '../../text/nodes';
import { structuralProblems } from '../../text/syntaxProblems';
import type { FlowRule, Report, RuleFacts } from '../rule';

/** A rule about the value of `version`. */
function versionRule(facts: RuleFacts, check: (value: Node, report: Report) => void): FlowRule {
  return {
    ...facts,
    checkFlow(flow, report) {
      const value = flow.property('version');
      if (value) check(value, report);
    },
  };
}

const facts = { recommended: recommendedVersion };
const expired = new Set<string>(versions.filter(({ state }) => state === 'expired').map(({ name }) => name));
/** In the list of Meta's client but in no changelog (facts on Flow JSON, section 1.1). */
const unannounced: ReadonlySet<string> = new Set(['7.4']);

const missingVersion: FlowRule = {
  id: 'version-missing',
  codes: ['MISSING_FLOW_JSON_VERSION'],
  severity: 'error',
  provenance: 'documented',
  rows: [17],
  about: 'The flow says in which version of Flow JSON it is written.',
  checkFlow(flow: Flow, report) {
    const { top } = flow.tree;
    if (!top || property(top, 'version') || structuralProblems(flow.tree).length > 0) return;
    const message = say('The flow does not say its version: add "version": "{0}".', recommendedVersion);
    report({ node: top, message, facts: { ...facts, property: 'version' } });
  },
};

const notAText = versionRule(
  {
    id: 'version-not-text',
    codes: ['UNSUPPORTED_FLOW_JSON_VERSION', 'INVALID_FLOW_JSON_VERSION'],
    severity: 'error',
    provenance: 'documented',
    rows: [18],
    about: 'The version is a text; numbers were used before 2.1.',
  },
  (node, report) => {
    if (node.type === 'string') return;
    const message = say('The version must be a text such as "{0}".', recommendedVersion);
    if (node.type === 'number') report({ node, message, facts });
    else report({ node, message, facts, code: 'INVALID_FLOW_JSON_VERSION' });
  },
);

const unknown = versionRule(
  {
    id: 'version-unknown',
    codes: ['INVALID_FLOW_JSON_VERSION'],
    severity: 'error',
    provenance: 'documented',
    rows: [16],
    about: 'The version is one that Meta has released.',
  },
  (node, report) => {
    const name = stringOf(node);
    if (name === undefined || isVersion(name)) return;
    if (isPlausiblyNewer(name)) {
      const message = say(
        'Version {0} is newer than {1}, the newest one known here: the flow is checked as {1}.',
        name,
        newestVersion,
      );
      report({ node, message, facts, severity: 'warning' });
    } else {
      const message = say(
        'There is no version "{0}" of Flow JSON. The recommended one is {1}.',
        name,
        recommendedVersion,
      );
      report({ node, message, facts });
    }
  },
);

const expiredVersion = versionRule(
  {
    id: 'version-expired',
    codes: ['INVALID_FLOW_JSON_VERSION_STATE'],
    severity: 'error',
    provenance: 'observed',
    about:
      'The version has not expired: flows of an expired one can still be read, but neither published nor sent.',
  },
  (node, report) => {
    const name = stringOf(node);
    if (name === undefined || !expired.has(name)) return;
    const message = say(
      'Version {0} has expired: the flow can still be read and edited here, but neither published nor sent. Upgrade it to {1}.',
      name,
      recommendedVersion,
    );
    report({ node, message, facts });
  },
);

const unannouncedVersion = versionRule(
  {
    id: 'version-unannounced',
    codes: ['UNAVAILABLE_FLOW_JSON_VERSION'],
    severity: 'info',
    provenance: 'observed',
    rows: [19],
    about: 'The version has been announced by Meta; others may not be open to every account.',
  },
  (node, report) => {
    const name = stringOf(node);
    if (name === undefined || !unannounced.has(name)) return;
    const message = say(
      'Version {0} has not been announced by Meta and may not be open to your account; {1} is.',
      name,
      recommendedVersion,
    );
    report({ node, message, facts });
  },
);

/** A later minor version of the newest major one, or one of the next: Meta may have released it in the meantime. */
function isPlausiblyNewer(name: string): boolean {
  const [, major, minor] = /^(\d{1,3})\.(\d{1,2})$/.exec(name) ?? [];
  const [newestMajor, newestMinor] = newestVersion.split('.').map(Number);
  const step = Number(major) - newestMajor!;
  return step === 1 || (step === 0 && Number(minor) > newestMinor!);
}

export const versionRules: readonly FlowRule[] = [
  missingVersion,
  notAText,
  unknown,
  expiredVersion,
  unannouncedVersion,
];
