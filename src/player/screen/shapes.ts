import {
  isRequired,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type Shape,
  type Version,
} from '../../flowjson/catalogue';
import { say, type Message } from '../../flowjson/message';
import { evaluateAll, evaluateText, isReplaced } from '../evaluate/evaluate';
import type { Gap, Scope } from '../evaluate/evaluated';
import { isList, isObject, own, type Json } from '../json';
import { mostItems } from '../limits';

interface KnownList {
  readonly version: Version;
  /** How many items were read, those inside of items too. */
  readonly items: number;
  readonly list: readonly Json[];
  readonly gaps: readonly Gap[];
}

const given = new WeakMap<readonly Json[], WeakMap<Shape, KnownList>>();

/** Nothing where a value does not fit, with the reasons among the gaps. */
type Read = Json | undefined;

/**
 * Reads values as the catalogue describes them: texts that stand for something else are replaced, what does not fit is
 * left out with the reason.
 */
export class ShapeReader {
  readonly gaps: Gap[] = [];

  constructor(private readonly scope: Scope) {}

  /**
   * @param raw as it stands in the flow, or, with `isGiven`, as a reference gave it: that is not looked into again
   * @returns `null` where a reference gives nothing now
   */
  read(raw: Json, shape: Shape, isGiven = false): Read {
    if (!isGiven && typeof raw === 'string' && takesDynamic(shape) && isReplaced(raw, this.scope)) {
      const { value, gaps } = evaluateText(raw, this.scope);
      for (const gap of gaps) this.gaps.push(gap);
      // A text that is shown as it stands after all.
      return value === null ? null : this.fitting(value, shape, true);
    }
    if (!isGiven && typeof raw === 'string' && shape.is === 'text' && shape.bindable) {
      for (const gap of evaluateText(raw, this.scope).gaps) this.gaps.push(gap);
    }
    return this.fitting(raw, shape, isGiven);
  }

  private fitting(value: Json, shape: Shape, isGiven: boolean): Read {
    switch (shape.is) {
      case 'text':
      case 'name':
        if (typeof value === 'string') return value;
        return typeof value === 'number' || typeof value === 'boolean'
          ? this.adapted(String(value), 'string')
          : this.misfit('string');
      case 'boolean':
        return typeof value === 'boolean' ? value : this.misfit('boolean');
      case 'number':
      case 'integer':
        if (typeof value === 'number') return value;
        return typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value)
          ? this.adapted(Number(value), 'number')
          : this.misfit('number');
      case 'enum':
        return typeof value === 'string' && shape.words.includes(value)
          ? value
          : this.misfit(shape.words.join(' | '));
      case 'array':
        return isList(value) ? this.items(value, shape.items, isGiven) : this.misfit('array');
      case 'object':
        return isObject(value) ? this.object(value, objectFact(shape.name), isGiven) : this.misfit('object');
      case 'map':
        return isObject(value) ? this.map(value, shape.values, isGiven) : this.misfit('object');
      case 'oneOf':
        return this.oneOf(value, shape.shapes, isGiven);
      case 'any':
        return isGiven ? value : this.evaluated(value);
      // Actions are evaluated when they happen.
      default:
        return value;
    }
  }

  /** What came from a reference is the same list at the next keystroke, and says the same. */
  private items(values: readonly Json[], shape: Shape, isGiven: boolean): Json {
    const { room, version } = this.scope;
    const before = isGiven ? given.get(values)?.get(shape) : undefined;
    if (before?.version === version && before.items <= room.items) {
      room.items -= before.items;
      this.gaps.push(...before.gaps);
      return before.list;
    }
    const { items: left } = room;
    const { length: told } = this.gaps;
    const list = this.freshItems(values, shape, isGiven);
    if (isGiven && room.items > 0) {
      const known = given.get(values) ?? new WeakMap<Shape, KnownList>();
      const gaps = this.gaps.slice(told);
      given.set(values, known.set(shape, { version, items: left - room.items, list, gaps }));
    }
    return list;
  }

  private freshItems(values: readonly Json[], shape: Shape, isGiven: boolean): readonly Json[] {
    const { room } = this.scope;
    const list: Json[] = [];
    let read = 0;
    for (const value of values) {
      if (read >= mostItems || room.items <= 0) break;
      read += 1;
      room.items -= 1;
      const item = this.read(value, shape, isGiven);
      if (item !== undefined && item !== null) list.push(item);
    }
    // The text is read no further than that either: whether more stands there is not known here.
    if (read < values.length || read >= mostItems) {
      const reason = say('The preview shows only the first {0} items of this list.', read);
      this.gaps.push({ reason, broken: false });
    }
    return list;
  }

  private object(value: { readonly [key: string]: Json }, fact: ObjectFact, isGiven: boolean): Read {
    const found: [string, Json][] = [];
    for (const [key, property] of propertiesOf(fact, this.scope.version)) {
      const raw = own(value, key);
      const read = raw === undefined ? undefined : this.read(raw, property.shape, isGiven);
      if (read !== undefined && read !== null) found.push([key, read]);
      else if (isRequired(property, this.scope.version)) {
        if (raw === undefined || read === undefined) return this.gap(say('{0} is missing.', key));
        // What will be there later leaves an empty place.
        found.push([key, property.shape.is === 'text' ? '' : null]);
      }
    }
    return Object.fromEntries(found);
  }

  private map(value: { readonly [key: string]: Json }, shape: Shape, isGiven: boolean): Json {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        const read = this.read(item, shape, isGiven);
        return read === undefined ? [] : [[key, read] as const];
      }),
    );
  }

  private oneOf(value: Json, shapes: readonly Shape[], isGiven: boolean): Read {
    const before = this.gaps.length;
    for (const shape of shapes) {
      const read = this.read(value, shape, isGiven);
      if (read !== undefined) return read;
      this.gaps.length = before;
    }
    return this.misfit(shapes.map(({ is }) => is).join(' | '));
  }

  private evaluated(value: Json): Json {
    const found = evaluateAll(value, this.scope);
    for (const gap of found.gaps) this.gaps.push(gap);
    return found.value;
  }

  private adapted(value: Json, wanted: string): Json {
    this.gaps.push({ reason: say('This has to be {0}.', wanted), broken: false });
    return value;
  }

  private misfit(wanted: string): Read {
    return this.gap(say('This has to be {0}.', wanted));
  }

  private gap(reason: Message): Read {
    this.gaps.push({ reason, broken: true });
    return undefined;
  }
}

/** Whether something else may stand in the place of a value of that shape. */
function takesDynamic(shape: Shape): boolean {
  return ('bindable' in shape && shape.bindable === true) || shape.is === 'binding';
}
