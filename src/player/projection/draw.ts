import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { once } from '../../flowjson/once';
import { items, stringOf, valueOf, type Node } from '../../flowjson/text/nodes';
import { evaluateText } from '../evaluate/evaluate';
import { isList, isObject, beginningOf, own, withoutKey, type Json, type JsonObject } from '../json';
import { mostItems } from '../limits';
import { errorMessageOf } from '../screen/errors';
import { screenStateOf, type ShownInput } from '../screen/inputs';
import type { ShownComponent } from '../screen/reading';
import { scopeOn } from '../screen/scope';
import { obstaclesOf } from '../screen/tappable';
import { sensitiveOn } from '../state/summary';
import type { PlayerState, ScreenState } from '../state/state';
import { drawInput } from './drawInput';
import { placeOf } from './place';
import type { Drawn, DrawnAction, DrawnInput, DrawnOption } from './types';

/** The rows of a NavigationList in the text, by id; the first one where an id stands twice. */
const rowsOf = once((list: Node): ReadonlyMap<string, Node> => {
  const rows = new Map<string, Node>();
  for (const row of items(valueOf(list, 'list-items')).slice(0, mostItems)) {
    const id = stringOf(valueOf(row, 'id'));
    if (id !== undefined && !rows.has(id)) rows.set(id, row);
  }
  return rows;
});

/** Options and rows are drawn from `options`. */
const withoutLists = (properties: JsonObject): JsonObject =>
  withoutKey(withoutKey(properties, 'data-source'), 'list-items');

const groups = new Set(['Form', 'If', 'Switch']);

/** Draws the components of one screen. */
export class Drawing {
  private readonly inputs: ReadonlyMap<ShownComponent, ShownInput>;
  private readonly state: ScreenState;
  private readonly sensitive: ReadonlySet<string>;

  constructor(
    private readonly flow: Flow,
    private readonly player: PlayerState,
    private readonly screen: Screen,
    private readonly all: readonly ShownInput[],
  ) {
    this.inputs = new Map(all.map((input) => [input.shown, input]));
    this.state = screenStateOf(player, screen);
    this.sensitive = sensitiveOn(screen);
  }

  list(shown: readonly ShownComponent[]): Drawn[] {
    return shown.map((one) => this.component(one));
  }

  private component(shown: ShownComponent): Drawn {
    const { key, component, fact, broken, properties, gaps, children } = shown;
    const input = this.input(shown);
    return {
      key,
      type: component.type,
      is:
        fact === undefined
          ? 'placeholder'
          : broken
            ? 'broken'
            : groups.has(component.type)
              ? 'group'
              : 'component',
      reason: broken ?? null,
      place: placeOf(this.flow, component.node),
      name: component.name ?? null,
      properties: withoutLists(properties),
      gaps,
      input,
      options: this.options(shown, input),
      action: fact === undefined ? null : this.action(null, component.node),
      obstacles:
        component.type === 'Footer' && fact
          ? obstaclesOf(this.flow, this.player, this.screen, shown, this.all)
          : [],
      children: this.list(children),
    };
  }

  private input(shown: ShownComponent): DrawnInput | null {
    const input = this.inputs.get(shown);
    if (input === undefined) return null;
    const message = errorMessageOf(this.flow, this.player, this.screen, shown.component);
    return drawInput(input, this.state, this.sensitive.has(input.name), message, this.flow.version);
  }

  private options(shown: ShownComponent, input: DrawnInput | null): DrawnOption[] {
    const list = own(shown.properties, 'data-source') ?? own(shown.properties, 'list-items');
    if (!isList(list)) return [];
    const chosen = input?.value ?? null;
    const selection = new Set(isList(chosen) ? chosen : [chosen]);
    const rows = rowsOf(shown.component.node);
    const isFull = isList(chosen) && input?.most != null && chosen.length >= input.most;
    return list.filter(isObject).map((option) => {
      const id = own(option, 'id');
      const text = typeof id === 'string' ? id : '';
      const selected = selection.has(text);
      const able = (input?.enabled ?? true) && own(option, 'enabled') !== false;
      return {
        id: text,
        properties: option,
        selected,
        // At the most that may be chosen the others cannot be (facts on Flow JSON, section 13).
        enabled: able && (selected || !isFull),
        action: this.action(option, rows.get(text)),
      };
    });
  }

  /**
   * What a tap does: on a component where it stands in the text, or on a row as it could be read. The rows of a bound list,
   * and their actions, stand nowhere in the text.
   */
  private action(row: JsonObject | null, carrier: Node | undefined): DrawnAction | null {
    const written = valueOf(carrier, 'on-click-action');
    const action: Json | undefined = row ? own(row, 'on-click-action') : written && beginningOf(written);
    const name = isObject(action) ? own(action, 'name') : undefined;
    if (!isObject(action) || typeof name !== 'string') return null;
    return { name, target: this.target(action), place: written ? placeOf(this.flow, written) : null };
  }

  private target(action: JsonObject): string | null {
    const next = own(action, 'next');
    const written = own(action, 'url') ?? (isObject(next) ? own(next, 'name') : undefined);
    if (typeof written !== 'string') return null;
    const { value } = evaluateText(written, scopeOn(this.flow, this.player, this.screen, 'payload'));
    return typeof value === 'string' ? value : null;
  }
}
