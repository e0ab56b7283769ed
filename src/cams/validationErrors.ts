import { isJson, readText, type Json } from './reading';

/** Meta stops somewhere as well; a person reads the first few. */
const MOST_SENTENCES = 50;
const LONGEST_SENTENCE = 300;
/** A list of objects in a text in a list is three deep. */
const DEEPEST = 8;

/** As CAMS would spell it, and as Meta does, whose answer may be passed on (facts 1.7). */
const NAMES = ['ValidationErrors', 'validation_errors', 'validationErrors'];

/**
 * What UpdateFlowJSONAsset says is wrong with a flow that it took all the same, one sentence each. Not documented, neither
 * place nor shape: lists of texts or of objects, one of either, and JSON text of all that are understood. Undefined when
 * there is nothing of the kind.
 */
export function readValidationErrors(
  body: Json,
  redact: (text: string) => string,
): readonly string[] | undefined {
  const places = [body.Data, body].filter(isJson);
  const found = places.flatMap((place) => NAMES.map((name) => sentences(place[name])));
  const first = found.find((list) => list.length > 0);
  return first?.slice(0, MOST_SENTENCES).map((text) => {
    const clean = redact(text.replace(/\s+/g, ' '));
    return clean.length > LONGEST_SENTENCE ? `${clean.slice(0, LONGEST_SENTENCE)}…` : clean;
  });
}

function sentences(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  const inside = (values: readonly unknown[]) => values.flatMap((one) => sentences(one, depth + 1));
  if (Array.isArray(value)) return inside(value);
  if (isJson(value)) {
    const told = sentenceOf(value);
    return told === undefined ? inside(Object.values(value)) : [told];
  }
  const text = readText(value);
  if (text === undefined || /^(none|null|undefined|无|\d+)$/i.test(text)) return [];
  const inner = /^[[{]/.test(text) ? parsed(text) : undefined;
  return inner === undefined ? [text] : inside([inner]);
}

/** Meta's own: `error` is a word in capitals, `message` the sentence, `line_start` where in the file. */
function sentenceOf(problem: Json): string | undefined {
  const of = (...names: string[]) => names.map((name) => readText(problem[name])).find(Boolean);
  const text = of('message', 'Message', 'error', 'Error', 'code', 'Code');
  const line = of('line_start', 'LineStart', 'lineStart');
  return text === undefined || line === undefined ? text : `${text} (${line})`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
