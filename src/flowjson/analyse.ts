import { holdsFor } from './catalogue/versions';
import type { Diagnosis } from './diagnosis';
import { Flow } from './model/flow';
import type { Screen } from './model/screen';
import { rules } from './rules';
import { documentRules, notAFlow } from './rules/document';
import type { Finding, FlowRule, Rule, ScreenContext, ScreenRule } from './rules/rule';
import { scopeOf } from './rules/scope';
import { FlowTree } from './text/flowTree';

/**
 * Reads a text as Flow JSON, tolerantly; never throws. Cost: linear in the text, and far less after a small edit.
 *
 * @param previous what an earlier state of the same text gave: screens that did not change are taken over from it
 */
export function parseFlow(text: string, previous?: Flow): Flow {
  return new Flow(FlowTree.parse(text, previous?.tree));
}

/** Everything the rules find in a flow, in document order. */
export function diagnose(flow: Flow): Diagnosis[] {
  const steps = diagnoseInSteps(flow);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As {@link diagnose}, pausing after each screen and each rule over the flow, so that the caller may stop or let others work. */
export function* diagnoseInSteps(flow: Flow): Generator<void, Diagnosis[]> {
  const found: Diagnosis[] = [];
  const seen = new Set<string>();
  const add = (findings: readonly Found[]): void => {
    for (const { rule, finding } of findings) {
      const diagnosis = toDiagnosis(flow, rule, finding);
      const key = `${diagnosis.code} ${diagnosis.span.start} ${diagnosis.span.end} ${diagnosis.message.template} ${diagnosis.message.args.join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(diagnosis);
    }
  };
  const scope = scopeOf(flow);
  for (const rule of scope.foreign ? [notAFlow] : flowRules) {
    if (!holdsFor(rule, flow.version) || !(scope.whole || ofDocument.has(rule))) continue;
    const findings: Found[] = [];
    rule.checkFlow(flow, (finding) => findings.push({ rule, finding }));
    add(findings);
    yield;
  }
  const context: ScreenContext = { version: flow.version, endpoint: flow.endpoint };
  for (const screen of scope.screens) {
    add(findingsOnScreen(screen, context));
    yield;
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** The rules that may also speak about a text of which only a part can be read. */
const ofDocument = new Set<Rule>(documentRules);
const flowRules = rules.filter((rule): rule is FlowRule => 'checkFlow' in rule);
const screenRules = rules.filter((rule): rule is ScreenRule => 'checkScreen' in rule);

const known = new WeakMap<Screen, { readonly key: string; readonly findings: readonly Found[] }>();

/** What the screen rules say; found out again only when the screen, the version or the kind of flow changed. */
function findingsOnScreen(screen: Screen, context: ScreenContext): readonly Found[] {
  const key = `${context.version} ${context.endpoint}`;
  const before = known.get(screen);
  if (before?.key === key) return before.findings;
  const findings: Found[] = [];
  for (const rule of screenRules) {
    if (!holdsFor(rule, context.version)) continue;
    rule.checkScreen(screen, (finding) => findings.push({ rule, finding }), context);
  }
  known.set(screen, { key, findings });
  return findings;
}

function toDiagnosis(flow: Flow, rule: Rule, finding: Finding): Diagnosis {
  const { tree } = flow;
  const { node, inside } = finding;
  const severity = typeof rule.severity === 'function' ? rule.severity(flow.version) : rule.severity;
  return {
    code: finding.code ?? rule.codes[0],
    rule: rule.id,
    severity: finding.severity ?? severity,
    message: finding.message,
    provenance: finding.provenance ?? rule.provenance,
    path: tree.path(node),
    span: inside ? tree.spanInside(node, ...inside) : tree.span(node),
    related: (finding.related ?? []).map((place) => ({
      span: tree.span(place.node),
      path: tree.path(place.node),
      message: place.message,
    })),
    node,
    facts: finding.facts ?? {},
  };
}
