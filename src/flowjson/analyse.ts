import { holdsFor, type Version } from './catalogue/versions';
import type { Diagnosis, Severity } from './diagnosis';
import type { Span } from './text/span';
import { Flow } from './model/flow';
import type { Screen } from './model/screen';
import { rules } from './rules';
import { documentRules, manyFindings, moreThan, mostFindings, notAFlow } from './rules/document';
import type { Finding, FlowRule, Rule, ScreenContext, ScreenRule } from './rules/rule';
import { scopeOf } from './scope';
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

/**
 * As {@link diagnose}, pausing after each rule on each screen and each rule over the flow, so that the caller may stop or
 * let others work.
 */
export function* diagnoseInSteps(flow: Flow): Generator<void, Diagnosis[]> {
  const found: Found[] = [];
  const scope = scopeOf(flow);
  const { ofFlow, ofScreen } = rulesFor(flow.version);
  for (const rule of scope.foreign ? [notAFlow] : ofFlow) {
    if (!(scope.whole || ofDocument.has(rule))) continue;
    rule.checkFlow(flow, (finding) => found.push({ rule, finding }));
    yield;
  }
  const context: ScreenContext = { version: flow.version, endpoint: flow.endpoint };
  for (const screen of scope.screens) {
    // One by one: a call with very many arguments would overflow the stack.
    for (const one of yield* findingsOnScreen(screen, context, ofScreen)) found.push(one);
    yield;
  }
  const all = distinct(flow, found);
  yield;
  return inOrder(flow, all);
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** The rules that may also speak about a text of which only a part can be read. */
const ofDocument = new Set<Rule>(documentRules);

interface RulesOfVersion {
  readonly ofFlow: readonly FlowRule[];
  readonly ofScreen: readonly ScreenRule[];
}

const byVersion = new Map<Version, RulesOfVersion>();

function rulesFor(version: Version): RulesOfVersion {
  let found = byVersion.get(version);
  if (found === undefined) {
    const holding = rules.filter((rule) => holdsFor(rule, version));
    found = {
      ofFlow: holding.filter((rule) => 'checkFlow' in rule),
      ofScreen: holding.filter((rule) => 'checkScreen' in rule),
    };
    byVersion.set(version, found);
  }
  return found;
}

const known = new WeakMap<Screen, { readonly key: string; readonly findings: readonly Found[] }>();

/** What the screen rules say; found out again only when the screen, the version or the kind of flow changed. */
function* findingsOnScreen(
  screen: Screen,
  context: ScreenContext,
  rules: readonly ScreenRule[],
): Generator<void, readonly Found[]> {
  const key = `${context.version} ${context.endpoint}`;
  const before = known.get(screen);
  if (before?.key === key) return before.findings;
  const findings: Found[] = [];
  for (const rule of rules) {
    rule.checkScreen(screen, (finding) => findings.push({ rule, finding }), context);
    yield;
  }
  known.set(screen, { key, findings });
  return findings;
}

interface Placed extends Found {
  readonly span: Span;
}

/** The findings with their places; what several rules say in the same words only once. */
function distinct({ tree }: Flow, found: readonly Found[]): Placed[] {
  const seen = new Set<string>();
  return found.flatMap(({ rule, finding }) => {
    const { node, message, inside } = finding;
    const span = tree.span(node);
    const key = `${codeOf(rule, finding)} ${span.start} ${span.end} ${inside?.join('-') ?? ''} ${message.template} ${message.args.join(' ')}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ rule, finding, span }];
  });
}

/** In document order; of very many the most important ones, and how many there are. */
function inOrder(flow: Flow, all: readonly Placed[]): Diagnosis[] {
  const shown =
    all.length <= mostFindings
      ? all
      : all
          .map((placed) => ({ placed, rank: ranks[severityOf(flow, placed)] }))
          .sort((a, b) => a.rank - b.rank || a.placed.span.start - b.placed.span.start)
          .slice(0, mostFindings)
          .map(({ placed }) => placed);
  const diagnoses = shown.map((placed) => toDiagnosis(flow, placed));
  diagnoses.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (all.length > mostFindings) {
    const finding = moreThan(flow, all.length);
    diagnoses.push(toDiagnosis(flow, { rule: manyFindings, finding, span: flow.tree.span(finding.node) }));
  }
  return diagnoses;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const codeOf = (rule: Rule, finding: Finding): string => finding.code ?? rule.codes[0];

function severityOf(flow: Flow, { rule, finding }: Found): Severity {
  if (finding.severity !== undefined) return finding.severity;
  return typeof rule.severity === 'function' ? rule.severity(flow.version) : rule.severity;
}

function toDiagnosis(flow: Flow, { rule, finding, span }: Placed): Diagnosis {
  const { tree } = flow;
  const { node, inside } = finding;
  return {
    code: codeOf(rule, finding),
    rule: rule.id,
    severity: severityOf(flow, { rule, finding }),
    message: finding.message,
    provenance: finding.provenance ?? rule.provenance,
    path: tree.path(node),
    span: inside ? tree.spanInside(node, ...inside) : span,
    related: (finding.related ?? []).map((place) => ({
      span: tree.span(place.node),
      path: tree.path(place.node),
      message: place.message,
    })),
    node,
    facts: finding.facts ?? {},
  };
}
