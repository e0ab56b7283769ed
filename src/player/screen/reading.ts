import { componentFact, holdsFor, type ComponentFact } from '../../flowjson/catalogue';
import { say, shortened, type Message } from '../../flowjson/message';
import { slotsOf, type Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { once } from '../../flowjson/once';
import { items, valueOf, type Node } from '../../flowjson/text/nodes';
import { evaluateCondition } from '../evaluate/condition';
import { evaluateText } from '../evaluate/evaluate';
import type { Gap, Scope } from '../evaluate/evaluated';
import { beginningOf, own, type Json, type JsonObject } from '../json';
import { mostComponents } from '../limits';
import type { PlayerState } from '../state/state';
import { resolveProperties, type PropertyGap } from './properties';
import { scopeOn } from './scope';

/** A component that shows now, with all of its properties resolved. */
export interface ShownComponent {
  /** Its place on the screen: `2`, or `2.then.0` inside of a container. */
  readonly key: string;
  readonly component: Component;
  /** Absent for a type that the version does not know. */
  readonly fact: ComponentFact | undefined;
  /** Values by name, defaults filled in; no actions, and nothing that contains components. */
  readonly properties: JsonObject;
  readonly gaps: readonly PropertyGap[];
  /** Why it cannot be drawn; the others can. */
  readonly broken: Message | undefined;
  /** Of a Form, and of the branch that an If or Switch shows. */
  readonly children: readonly ShownComponent[];
}

/**
 * The components that a screen shows now, If and Switch decided; what is not visible is left out (facts on Flow JSON,
 * sections 9.2 and 13). Never throws.
 */
export function shownOn(flow: Flow, state: PlayerState, screen: Screen): readonly ShownComponent[] {
  const before = latest.get(flow);
  if (before?.state === state && before.screen === screen) return before.shown;
  const children = valueOf(valueOf(screen.node, 'layout'), 'children');
  const shown = new Reading(flow, scopeOn(flow, state, screen), screen).list(children, '');
  latest.set(flow, { state, screen, shown });
  return shown;
}

/** A step and the projection behind it ask for the same several times. */
const latest = new WeakMap<
  Flow,
  {
    readonly state: PlayerState;
    readonly screen: Screen;
    readonly shown: readonly ShownComponent[];
  }
>();

/** All components of a list and inside of them, containers before what they hold. */
export function* withAllBelow(list: readonly ShownComponent[]): Generator<ShownComponent> {
  for (const one of list) {
    yield one;
    yield* withAllBelow(one.children);
  }
}

const componentByNode = once(
  (screen: Screen): ReadonlyMap<Node, Component> =>
    new Map(screen.components.map((component) => [component.node, component])),
);

class Reading {
  private left = mostComponents;
  private hasTold = false;

  constructor(
    private readonly flow: Flow,
    private readonly scope: Scope,
    private readonly screen: Screen,
  ) {}

  list(node: Node | undefined, prefix: string): ShownComponent[] {
    const found: ShownComponent[] = [];
    const all = items(node);
    for (let index = 0; index < all.length; index += 1) {
      const component = componentByNode(this.screen).get(all[index]!);
      if (component === undefined) continue;
      if (this.left <= 0) return [...found, ...this.rest(component, all, index, prefix)];
      this.left -= 1;
      found.push(...this.component(component, `${prefix}${index}`));
    }
    return found;
  }

  /** What stands for all that is not read any more: a word about it, and the Footer, without which nothing goes on. */
  private rest(component: Component, all: readonly Node[], from: number, prefix: string): ShownComponent[] {
    const footer = (this.screen.ofType().get('Footer') ?? []).find(
      ({ node }) => node.parent === all[from]!.parent,
    );
    const at = footer ? all.indexOf(footer.node) : -1;
    const shown = footer && at >= from ? this.component(footer, `${prefix}${at}`) : [];
    if (this.hasTold || at === from) return shown;
    this.hasTold = true;
    const broken = say(
      'This screen has {0} components. The preview shows the first {1}; WhatsApp allows {2}.',
      this.screen.components.length,
      mostComponents,
      50,
    );
    const note = { component, fact: undefined, properties: {}, gaps: [], broken, children: [] };
    return [{ key: `${prefix}${from}`, ...note }, ...shown];
  }

  private component(component: Component, key: string): ShownComponent[] {
    const { version } = this.flow;
    const fact = componentFact(component.type);
    if (fact === undefined || !holdsFor(fact, version)) {
      const reason =
        component.type === ''
          ? say('This component has no type yet.')
          : fact === undefined
            ? say('There is no component {0}.', shortened(component.type))
            : say('{0} exists from version {1} on.', component.type, fact.since ?? version);
      return [{ key, component, fact: undefined, properties: {}, gaps: [], broken: reason, children: [] }];
    }
    const read = resolveProperties(component, fact, this.scope);
    // Invisible takes no space. What cannot be known is shown, so that it can be seen.
    if (own(read.properties, 'visible') === false) return [];
    const branch = this.branch(component);
    const gaps = [...read.gaps, ...branch.gaps];
    const children = branch.slots.flatMap(({ name, node }) => this.list(node, `${key}.${name}.`));
    return [{ key, component, fact, ...read, gaps, children }];
  }

  /** The lists of components inside of this one that show now. */
  private branch(component: Component): {
    readonly slots: readonly { readonly name: string; readonly node: Node }[];
    readonly gaps: readonly PropertyGap[];
  } {
    const slots = slotsOf(component.type, component.node);
    const raw = (name: string): Json | undefined => {
      const node = valueOf(component.node, name);
      return node && beginningOf(node);
    };
    if (component.type === 'If') {
      const { value, gaps } = evaluateCondition(raw('condition'), this.scope);
      const shown = value === true ? 'then' : 'else';
      return { slots: slots.filter(({ name }) => name === shown), gaps: ofProperty(gaps, 'condition') };
    }
    if (component.type === 'Switch') {
      const text = raw('value');
      const { value, gaps } =
        typeof text === 'string' ? evaluateText(text, this.scope) : { value: null, gaps: [] };
      const wanted = typeof value === 'object' ? undefined : String(value);
      const chosen =
        slots.find(({ name }) => name === wanted) ?? slots.find(({ name }) => name === 'default');
      return { slots: chosen ? [chosen] : [], gaps: ofProperty(gaps, 'value') };
    }
    return { slots, gaps: [] };
  }
}

function ofProperty(gaps: readonly Gap[], property: string): PropertyGap[] {
  return gaps.map((gap) => ({ ...gap, property }));
}
