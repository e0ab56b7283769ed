/** A JSON object of unknown content. */
export type Json = Readonly<Record<string, unknown>>;

/** Integers that JavaScript's numbers cannot hold, outside of strings. */
const LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON and keeps long integers as strings of digits: a flow id that comes as a bare number would lose
 * its last digits otherwise (facts, FlowId).
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(LONG_INTEGER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string or a number, as trimmed text; undefined for anything else and for nothing but blanks. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || undefined;
}

/** A finite number, also from a string. */
export function readNumber(value: unknown): number | undefined {
  const text = readText(value);
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A list of texts: an array, JSON text of one, or texts joined by commas. */
export function readTexts(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.map(readText).filter((text) => text !== undefined);
  if (typeof value !== 'string') return undefined;
  if (value.trim().startsWith('[')) {
    try {
      return readTexts(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return readTexts(value.split(','));
}

/** The rows of a list: `Data` itself, or `Data.FlowList` as a third party reads them. No rows for an empty answer. */
export function readRows(data: unknown): Json[] | undefined {
  const rows = isJson(data) ? data.FlowList : data;
  if (Array.isArray(rows)) return rows.filter(isJson);
  return rows === undefined || rows === null || rows === '' ? [] : undefined;
}

/** Seconds since 1970 stay below this for three thousand years; milliseconds have been above it since 1973. */
const MOST_SECONDS = 1e11;
const LATEST_DATE = 8.64e15;

/**
 * A moment in milliseconds since 1970. The service documents a number of milliseconds; digits in a string,
 * seconds by mistake and ISO 8601 text are understood too. Undefined when absent or unreadable.
 */
export function readTime(value: unknown): number | undefined {
  const number = readNumber(value);
  if (number !== undefined) {
    if (number <= 0) return undefined;
    const time = number < MOST_SECONDS ? number * 1000 : number;
    return time <= LATEST_DATE ? Math.round(time) : undefined;
  }
  const [, day, clock, zone] =
    /^(\d{4}-\d\d-\d\d)[T ]([\d:.]+)(Z|[+-]\d\d:?\d\d)?$/.exec(readText(value) ?? '') ?? [];
  // Without a zone Alibaba Cloud means UTC; JavaScript would take it for local time.
  const time = Date.parse(`${day}T${clock}${zone ?? 'Z'}`);
  return Number.isNaN(time) ? undefined : time;
}
