import type { Flow } from '../../../flowjson/model/flow';
import type { Screen } from '../../../flowjson/model/screen';
import { stringOf, valueOf } from '../../../flowjson/text/nodes';
import { isList, isObject, own, type Json } from '../../../player/json';
import type { PlayerState } from '../../../player/player';

/** What stands in the place of a value that is not told. */
export const hidden = '…';

/** Shorter values are found only where they stand alone: everything contains a short text somewhere. */
const shortest = 4;

/** The inputs of a screen whose values are nobody else's business: what it calls sensitive, passwords, passcodes. */
export function secretInputs(screen: Screen): ReadonlySet<string> {
  const names = new Set(screen.sensitive.flatMap((node) => stringOf(node) ?? []));
  for (const { name, node } of screen.components) {
    const kind = stringOf(valueOf(node, 'input-type'));
    if (name !== undefined && (kind === 'password' || kind === 'passcode')) names.add(name);
  }
  return names;
}

/** What has been typed into such inputs: found again wherever a payload has carried it. */
export class Secrets {
  private readonly values = new Set<string>();

  /** Remembers what the screen in front holds. */
  learn(flow: Flow, state: PlayerState): void {
    const id = state.stack.at(-1);
    const screen = id === undefined ? undefined : flow.screen(id);
    const held = id === undefined ? undefined : own(state.screens, id)?.values;
    if (screen === undefined || held === undefined) return;
    for (const name of secretInputs(screen)) this.add(own(held, name));
  }

  private add(value: Json | undefined): void {
    if (typeof value === 'string' && value !== '') {
      this.values.add(value);
      // A payload may carry it as a number.
      this.values.add(String(Number(value.replace(',', '.'))));
    } else if (typeof value === 'number') this.values.add(String(value));
    else if (isList(value)) for (const item of value) this.add(item);
    else if (isObject(value)) for (const item of Object.values(value)) this.add(item);
  }

  /** The same JSON without what it tells of them. */
  hide(json: Json): Json {
    if (this.values.size === 0) return json;
    if (typeof json === 'string') return this.hideIn(json);
    if (typeof json === 'number') return this.values.has(String(json)) ? hidden : json;
    if (isList(json)) return json.map((item) => this.hide(item));
    if (!isObject(json)) return json;
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [
        key,
        key === 'response_json' && typeof value === 'string' ? this.hideInJson(value) : this.hide(value),
      ]),
    );
  }

  private hideIn(text: string): string {
    if (this.values.has(text)) return hidden;
    const long = [...this.values].filter(({ length }) => length >= shortest);
    return long.sort((a, b) => b.length - a.length).reduce((all, one) => all.replaceAll(one, hidden), text);
  }

  private hideInJson(text: string): string {
    return JSON.stringify(this.hide(JSON.parse(text) as Json));
  }
}
