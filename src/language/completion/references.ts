import { before as isBefore } from '../../flowjson/catalogue';
import { typesBindable } from '../../flowjson/expression/shapeTypes';
import { typeOfEntry } from '../../flowjson/expression/dataTypes';
import { typeOfInput } from '../../flowjson/expression/resolve';
import {
  misfit,
  stringType,
  typeName,
  unknownType,
  type ValueType,
} from '../../flowjson/expression/valueTypes';
import type { Screen } from '../../flowjson/model/screen';
import type { Cursor } from '../context/cursor';
import { filledBy } from '../../flowjson/model/payload';
import { actionAt } from '../context/actions';
import { factsAt, nodeAtPath } from '../context/factsAt';
import { candidatesOn, type Candidate } from './candidates';
import { insideProposal, valueProposal, type Proposal } from './proposal';

/** What `${…}` may refer to where the cursor stands: what fits the place first, then the rest; the own screen before others. */
export function references(cursor: Cursor): Proposal[] {
  const place = placeOf(cursor);
  if (place === undefined) return [];
  const { token } = cursor;
  const ways = token?.is === 'string' ? wayInside(cursor, place) : wayOutside(place);
  // A screen may come from data, but hardly ever does: its id is what is worth a line.
  if (ways === undefined || (ways.onlyFitting && cursor.path.at(-2) === 'next')) return [];
  const found = candidates(cursor, place).map((candidate) => ({ candidate, fits: fits(candidate, place) }));
  const proposed = found
    .filter(({ fits: isFit }) => isFit || !ways.onlyFitting)
    .map(({ candidate, fits: isFit }, index) => {
      const details = {
        kind: candidate.is,
        label: ways.label(candidate.path),
        rank: (isFit ? 0 : found.length) + index,
        detail: typeName(candidate.type),
        about: candidate.about,
      };
      const binding = `\${${candidate.path}}`;
      if (ways.range === undefined) return valueProposal(cursor, binding, details);
      return insideProposal(ways.range, ways.write(candidate.path), ways.write(candidate.path), details);
    });
  return [...proposed, ...beginnings(cursor)];
}

/** What the place takes. */
interface Place {
  readonly types: readonly ValueType[];
  readonly isCondition: boolean;
  /** Whether `${form.…}` and `${data.…}` of the own screen may stand there. */
  readonly form: boolean;
  readonly local: boolean;
}

function placeOf(cursor: Cursor): Place | undefined {
  const { flow, path, atKey, screen } = cursor;
  if (atKey || screen === undefined || path[2] === 'data') return undefined;
  const payload = path.indexOf('payload');
  const facts = factsAt(flow, path);
  if (payload > 0)
    return { types: [typeInPayload(cursor, payload)], isCondition: false, form: true, local: true };
  if (facts?.shape === undefined) return undefined;
  const types = typeOfFirstValue(cursor) ?? typesBindable(facts.shape, flow.version);
  if (types.length === 0) return undefined;
  const isTitle = path.length === 3 && path[2] === 'title';
  return {
    types,
    isCondition: facts.shape.is === 'condition',
    form: !isBefore(flow.version, '4.0'),
    local: !isTitle,
  };
}

/** What the screen that a payload goes to declares for the key. */
function typeInPayload(cursor: Cursor, at: number): ValueType {
  const { flow, path } = cursor;
  const screen = cursor.screen!;
  const action = actionAt(screen, nodeAtPath(flow.tree, path.slice(0, at)));
  const target = action && filledBy(flow, screen, action);
  const key = path[at + 1];
  const entry = typeof key === 'string' && path.length === at + 2 ? target?.data().get(key) : undefined;
  return typeOfEntry(entry?.value);
}

/** In `init-values` the input decides, in `error-messages` it is a text. */
function typeOfFirstValue({ path, screen }: Cursor): readonly ValueType[] | undefined {
  const name = String(path.at(-1));
  if (path.at(-2) === 'error-messages') return [stringType];
  if (path.at(-2) !== 'init-values') return undefined;
  const [component] = screen!.named().get(name) ?? [];
  return [(component && typeOfInput(component)) ?? unknownType];
}

/** How a reference is put in. */
interface Way {
  /** Absent: as a value with quotes of its own. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
  readonly write: (path: string) => string;
  readonly label: (path: string) => string;
  readonly onlyFitting: boolean;
}

const braced = (path: string): string => `\${${path}}`;

/** Where no string has been begun only what fits is worth a line. */
function wayOutside({ isCondition }: Place): Way | undefined {
  return isCondition ? undefined : { range: undefined, write: braced, label: braced, onlyFitting: true };
}

function wayInside({ token, offset }: Cursor, { isCondition }: Place): Way | undefined {
  const { before, after } = token!;
  const typed = typedIn(before);
  if (typed !== undefined) {
    if (!/^[\w.-]*$/.test(typed)) return undefined;
    const end = offset + /^[\w.-]*\}?/.exec(after)![0].length;
    const range = { start: offset - typed.length, end };
    return { range, write: (path) => `${path}}`, label: (path) => path, onlyFitting: false };
  }
  const isExpression = before.startsWith('`');
  if (!isExpression && !isCondition) {
    if (!/^\$?$/.test(before) || after !== '') return undefined;
    return {
      range: { start: offset - before.length, end: offset },
      write: braced,
      label: braced,
      onlyFitting: before === '',
    };
  }
  // Inside of quotes it would be text, and behind a word it would not be an operand.
  const quotes = before.replace(/\\./g, '').split("'").length - 1;
  const [dollar] = /\$?$/.exec(before)!;
  if (quotes % 2 === 1 || /[\w'})]$/.test(before.slice(0, before.length - dollar.length))) return undefined;
  return {
    range: { start: offset - dollar.length, end: offset },
    write: braced,
    label: braced,
    onlyFitting: false,
  };
}

/** What stands behind an open `${`. */
function typedIn(before: string): string | undefined {
  const open = before.lastIndexOf('${');
  return open < 0 || before.includes('}', open) ? undefined : before.slice(open + 2);
}

const typedReference = ({ token }: Cursor): string | undefined =>
  token?.is === 'string' ? typedIn(token.before) : undefined;

/** More than this of other screens are proposed only when one of them has been named. */
const mostOfOthers = 500;

function candidates(cursor: Cursor, { form, local }: Place): readonly Candidate[] {
  const { flow, screen } = cursor;
  const others = othersOf(cursor);
  const named = others.find(({ id }) => typedReference(cursor)?.startsWith(`screen.${id!}.`));
  const open = named ? [named] : sizeOf(others) > mostOfOthers ? [] : others;
  return [
    ...(local ? candidatesOn(flow, screen!) : []),
    ...open.flatMap((other) => candidatesOn(flow, other, other.id)),
  ].filter(({ is }) => form || is === 'data');
}

/** The other screens that a reference can name. */
function othersOf({ flow, screen }: Cursor): readonly Screen[] {
  if (isBefore(flow.version, '4.0')) return [];
  return flow.screens.filter(
    (other) => other !== screen && other.id !== undefined && flow.screen(other.id) === other,
  );
}

const sizeOf = (screens: readonly Screen[]): number =>
  screens.reduce((sum, screen) => sum + screen.data().size + screen.named().size, 0);

/** In a large flow: the beginnings `screen.ID.`, after which the rest is proposed. */
function beginnings(cursor: Cursor): Proposal[] {
  const typed = typedReference(cursor);
  const others = othersOf(cursor);
  if (typed === undefined || /^screen\..*\./.test(typed) || sizeOf(others) <= mostOfOthers) return [];
  const range = { start: cursor.offset - typed.length, end: cursor.offset };
  return others.map(({ id }, index) => {
    const text = `screen.${id!}.`;
    // Behind what the own screen has, which is far less than this.
    const details = { kind: 'screen', label: text, rank: 100_000 + index, goesOn: true } as const;
    return insideProposal(range, text, text, details);
  });
}

function fits({ type }: Candidate, { types }: Place): boolean {
  return types.some((wanted) => misfit(type, wanted) === undefined);
}
