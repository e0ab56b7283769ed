import { diagnose, parseFlow } from '../src/flowjson/analyse';
import { holdsFor, versions } from '../src/flowjson/catalogue/versions';
import type { Rule } from '../src/flowjson/rules/rule';
import type { Mutant } from '../test/unit/flowjson/mutants/mutant';
import { code, table } from './markdown';
import { metaRows } from './metaRows';

/** What the tests of Meta's table know: its mistakes, made on purpose, and the rows that no text can show. */
export interface Proof {
  readonly mutants: readonly Mutant[];
  readonly undecidable: ReadonlyMap<number, string>;
}

/** What is checked, by family, and how Meta's table of errors is covered. */
export function rulesDocument(families: Readonly<Record<string, readonly Rule[]>>, proof: Proof): string {
  const rules = Object.values(families).flat();
  const codes = new Set(rules.flatMap((rule) => rule.codes));
  return `# What is checked

Made from the rules by \`npm run docs\`. ${rules.length} rules report ${codes.size} codes: Meta's where Meta has one for the
mistake, otherwise ours in the same style.

A rule is _documented_ where Meta's documentation says so, _observed_ where only the behaviour of Meta's own tools
does, and _advice_ where nothing is refused. The severity may differ for single findings: what only the documentation
forbids is a warning. How to turn codes off or up: see "In a pipeline" in the [README](../README.md).

${Object.entries(families).map(familySection).join('\n\n')}

## Meta's table of errors

Each row of Meta's documented table of static validation errors (numbered from 1 in its order, in our words) with the
rules that find it, and the flows in \`test/unit/flowjson/mutants\` that have just this mistake. The tests "row N: name" of
\`rows.test.ts\` show that each is found at the right place with the documented code.

${table(['Row', 'Codes', 'What is refused', 'Rules', 'Proof'], coverage(rules, proof))}
`;
}

function familySection([family, rules]: [string, readonly Rule[]]): string {
  const words = family.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const rows = rules.map((rule) => [
    code(rule.id),
    codeList(rule.codes),
    severitiesOf(rule),
    versionsOf(rule),
    rule.provenance,
    rule.about,
  ]);
  const head = ['Rule', 'Codes', 'Severity', 'Versions', 'Source', 'What it demands'];
  return `## ${words[0]!.toUpperCase()}${words.slice(1)}\n\n${table(head, rows)}`;
}

const codeList = (codes: Iterable<string>): string => [...codes].map(code).join(' ');

function versionsOf({ since, until }: Rule): string {
  if (since !== undefined && until !== undefined) return `${since} to before ${until}`;
  if (since !== undefined) return `from ${since}`;
  return until === undefined ? 'all' : `before ${until}`;
}

/** `warning, error from 7.0`: each change of the severity over the versions that the rule holds for. */
function severitiesOf(rule: Rule): string {
  const { severity } = rule;
  if (typeof severity === 'string') return severity;
  const changes: string[] = [];
  let last: string | undefined;
  for (const { name } of versions.filter((version) => holdsFor(rule, version.name))) {
    const now = severity(name);
    if (now !== last) changes.push(last === undefined ? now : `${now} from ${name}`);
    last = now;
  }
  return changes.join(', ');
}

function coverage(rules: readonly Rule[], { mutants, undecidable }: Proof): string[][] {
  return metaRows.map(([codes, refused], index) => {
    const row = index + 1;
    const own = mutants.filter((mutant) => mutant.row === row);
    const claiming = rules.filter((rule) => rule.rows?.includes(row)).map(({ id }) => id);
    const finding = new Set([...claiming, ...own.flatMap(findersOf)]);
    const reason = undecidable.get(row);
    const proof = own.map(({ name }) => name).join('; ');
    return [
      String(row),
      codeList(codes.split(' ')),
      refused,
      codeList([...finding].sort()),
      reason === undefined ? proof : `none: ${reason}`,
    ];
  });
}

/** The rules that say what must be said about a mutant. */
function findersOf({ text, codes, at }: Mutant): string[] {
  return diagnose(parseFlow(text))
    .filter((found) => codes.includes(found.code) && at.includes(found.path))
    .map(({ rule }) => rule);
}
