import Ajv from 'ajv';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { diagnose, diagnoseInSteps, parseFlow } from '../../src/flowjson/analyse';
import type { Flow } from '../../src/flowjson/model/flow';
import { strictSchema } from '../../src/flowjson/schema/strict';
import { denseFlow, ordinaryFlow, shapes } from './flows';
import type { Row } from './row';
import { inTurns, median, quantile, timed } from './timing';

const KB = 1024;
const MB = 1024 * KB;
const sizes = [
  { name: '200 KB', size: 200 * KB, rounds: 30, goal: 50 },
  { name: '10 MB', size: 10 * MB, rounds: 6, goal: 500 },
] as const;

/** What the language costs: everything it says about a flow, beside what a schema alone says. Bundled by `language.ts`. */
export async function measure(): Promise<Row[]> {
  return [
    ...(await measureAnalysis()),
    ...sizes.flatMap((size) => measureKeystrokes(size)),
    ...measureSteps(),
    ...measureGrowth(),
  ];
}

async function measureAnalysis(): Promise<Row[]> {
  const schema = strictSchema('7.3');
  const service = getLanguageService({});
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const rows: Row[] = [];
  for (const { name, size, rounds } of sizes) {
    for (const [kind, text] of [
      [`a flow of ${name}`, ordinaryFlow(size)],
      [`${name} without images`, denseFlow(size)],
    ] as const) {
      const [ours, theirs, ajv] = await inTurns(rounds, [
        () => diagnose(parseFlow(text)),
        () => {
          const document = TextDocument.create('file:///a.json', 'json', 1, text);
          return service.doValidation(document, service.parseJSONDocument(document), {}, schema);
        },
        () => validate(JSON.parse(text)),
      ]);
      rows.push({
        name: `analysing ${kind}, all rules`,
        value: ours!,
        unit: 'ms',
        beside: `vscode-json-languageservice with the schema alone: ${theirs!.toFixed(1)} ms; ajv: ${ajv!.toFixed(1)} ms`,
        ratio: ours! / theirs!,
        goal: '≤ 0.5 × the language service',
        holds: ours! <= 0.5 * theirs!,
      });
    }
  }
  return rows;
}

/** One character after the other, typed and deleted again inside different screens, also states that are no JSON. */
function* typing(text: string): Generator<string> {
  const places = [...text.matchAll(/"label": "/g)].map(({ index }) => index + '"label": "'.length);
  const typed = ['x', 'xy', '"', '${', '${data.', '', '\\', '",\n"visible": ', '', 'z'];
  for (let turn = 0; turn < 6; turn += 1) {
    const place = places[Math.floor(((turn + 0.5) / 6) * places.length)]!;
    for (const added of typed) yield text.slice(0, place) + added + text.slice(place);
    // Back to where it began, before the next place.
    yield text;
  }
}

function measureKeystrokes({ name, size, goal }: (typeof sizes)[number]): Row[] {
  return (
    [
      [`in a flow of ${name}`, ordinaryFlow(size)],
      [`in ${name} without images`, denseFlow(size)],
    ] as const
  ).map(([where, text]) => {
    let flow: Flow = parseFlow(text);
    diagnose(flow);
    const times: number[] = [];
    for (const next of typing(text)) {
      times.push(
        timed(() => {
          flow = parseFlow(next, flow);
          diagnose(flow);
        }),
      );
    }
    const whole = timed(() => diagnose(parseFlow(text)));
    const p95 = quantile(times, 0.95);
    return {
      name: `keystroke ${where}, p95`,
      value: p95,
      unit: 'ms',
      beside: `reading and analysing anew: ${whole.toFixed(1)} ms; median keystroke ${median(times).toFixed(1)} ms`,
      ratio: p95 / whole,
      goal: `≤ ${goal} ms`,
      holds: p95 <= goal,
    };
  });
}

function measureSteps(): Row[] {
  const text = ordinaryFlow(10 * MB);
  const flow = parseFlow(text);
  const whole = timed(() => diagnose(flow));
  const longest = longestStep(parseFlow(text));
  return [
    {
      name: 'longest step of the analysis, 10 MB',
      value: longest,
      unit: 'ms',
      beside: `all steps: ${whole.toFixed(1)} ms`,
      ratio: longest / whole,
      goal: '≤ 50 ms',
      holds: longest <= 50,
    },
  ];
}

function longestStep(flow: Flow): number {
  const steps = diagnoseInSteps(flow);
  let longest = 0;
  for (let done = false; !done;) {
    longest = Math.max(
      longest,
      timed(() => (done = steps.next().done === true)),
    );
  }
  return longest;
}

/** How the cost of a kilobyte grows with the size: 1 means that it does not. */
function measureGrowth(): Row[] {
  const steps = [10 * KB, 100 * KB, MB, 10 * MB].map((size) => costPerKb(denseFlow(size)));
  const growth = Math.max(...steps.slice(1)) / steps[1]!;
  const worst = Object.entries(shapes)
    .map(([name, shape]) => ({ name, growth: costPerKb(shape(MB)) / costPerKb(shape(MB / 8)) }))
    .sort((a, b) => b.growth - a.growth)[0]!;
  return [
    {
      name: 'cost of 1 KB in 10 MB',
      value: steps[3]!,
      unit: 'ms',
      beside: `in 10 KB, 100 KB and 1 MB: ${steps
        .slice(0, 3)
        .map((cost) => cost.toFixed(3))
        .join(', ')} ms`,
      ratio: growth,
      goal: '≤ 3 × that in 100 KB: linear',
      holds: growth <= 3,
    },
    {
      name: 'cost of 1 KB from 128 KB to 1 MB, the worst of unusual shapes',
      value: worst.growth,
      unit: '×',
      beside: `${Object.keys(shapes).length} shapes; this is "${worst.name}" (quadratic would be 8)`,
      ratio: worst.growth,
      goal: '≤ 4',
      holds: worst.growth <= 4,
    },
  ];
}

/** In milliseconds; the least of some runs, because others use the machine too. */
function costPerKb(text: string): number {
  const runs = text.length > MB * 2 ? 2 : 5;
  const times = Array.from({ length: runs }, () => timed(() => diagnose(parseFlow(text))));
  return (Math.min(...times) / text.length) * KB;
}
