import { parseFlow } from '../../../src/flowjson/analyse';
import { english } from '../../../src/flowjson/message';
import type { Flow } from '../../../src/flowjson/model/flow';
import { project, start, step } from '../../../src/player/player';
import { below } from './proof/driver';
import type {
  Drawn,
  Effect,
  Json,
  JsonObject,
  PlayerEvent,
  PlayerState,
  Projection,
  ShownScreen,
  StartOptions,
} from '../../../src/player/player';

/** A flow that runs in a test: events go in, and what is shown comes out. */
export class Run {
  readonly flow: Flow;
  state: PlayerState;
  /** Of the last step, or of the start. */
  effects: readonly Effect[];

  constructor(text: string, options: StartOptions = {}) {
    this.flow = parseFlow(text);
    ({ state: this.state, effects: this.effects } = start(this.flow, options));
  }

  /** Takes steps one after the other. */
  do(...events: readonly PlayerEvent[]): this {
    for (const event of events) {
      ({ state: this.state, effects: this.effects } = step(this.flow, this.state, event));
    }
    return this;
  }

  typed(name: string, text: string): this {
    return this.do({ is: 'typed', name, text });
  }

  chosen(name: string, option?: string): this {
    return this.do({ is: 'chosen', name, ...(option !== undefined && { option }) });
  }

  unchosen(name: string, option?: string): this {
    return this.do({ is: 'unchosen', name, ...(option !== undefined && { option }) });
  }

  /** Taps the Footer, whether it works or not. */
  next(): this {
    return this.do({ is: 'tapped', key: this.shown.footer!.key });
  }

  tapped(key: string, item?: string): this {
    return this.do({ is: 'tapped', key, ...(item !== undefined && { item }) });
  }

  back(): this {
    return this.do({ is: 'back' });
  }

  answered(screen: string, data: JsonObject = {}): this {
    return this.do({ is: 'answered', answer: { screen, data } });
  }

  get projection(): Projection {
    return project(this.flow, this.state);
  }

  get shown(): ShownScreen {
    return this.projection.screen!;
  }

  /** The ids of the screens on the way here. */
  get way(): string {
    return this.state.stack.join(' ');
  }

  /** Every component that shows, also inside of Forms and branches, and the Footer. */
  get all(): Drawn[] {
    const { components, footer } = this.shown;
    return [...below(components), ...(footer ? [footer] : [])];
  }

  /** The component of that name, or the first one of that type. */
  find(name: string): Drawn {
    return this.all.find((one) => one.name === name || one.type === name)!;
  }

  /** What an input holds. */
  value(name: string): Json {
    return this.find(name).input!.value;
  }

  /** The kinds of effects of the last step; what was refused in words. */
  get told(): string[] {
    return this.effects.map((effect) =>
      effect.is === 'refused' || effect.is === 'stopped'
        ? `${effect.is}: ${english(effect.reason)}`
        : effect.is,
    );
  }

  effect<Kind extends Effect['is']>(kind: Kind): Extract<Effect, { is: Kind }> {
    return this.effects.find((one): one is Extract<Effect, { is: Kind }> => one.is === kind)!;
  }

  /** Whether the Footer works. */
  get ready(): boolean {
    return this.shown.footer!.obstacles.length === 0;
  }

  get snackbar(): string | null {
    const { snackbar } = this.state;
    return typeof snackbar === 'object' && snackbar !== null ? english(snackbar) : snackbar;
  }
}

/** Components on the only screen of a flow, above a Footer that completes with this payload. */
export function running(
  children: readonly object[],
  more: object = {},
  payload: object = {},
  top: object = {},
): Run {
  const screens = [
    {
      id: 'ONLY',
      title: 'Only',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          ...children,
          { type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload } },
        ],
      },
      ...more,
    },
  ];
  return new Run(JSON.stringify({ version: '7.3', ...top, screens }));
}

/** Entries of a data model with these examples. */
export function model(examples: Readonly<Record<string, Json>>): object {
  return Object.fromEntries(
    Object.entries(examples).map(([key, example]) => [
      key,
      Array.isArray(example)
        ? { type: 'array', items: { type: 'object' }, __example__: example }
        : { type: typeof example, __example__: example },
    ]),
  );
}

/** Options with these ids, titles alike. */
export function options(...ids: readonly string[]): object[] {
  return ids.map((id) => ({ id, title: id.toUpperCase() }));
}
