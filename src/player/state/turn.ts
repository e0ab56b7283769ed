import type { Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { own, withKey } from '../json';
import { freshScreen, type Effect, type PlayerState, type ScreenState, type Stepped } from './state';

/** A step while it is being taken: the state so far, and what it caused. States themselves never change. */
export class Turn {
  private readonly effects: Effect[] = [];

  constructor(
    readonly flow: Flow,
    public state: PlayerState,
  ) {}

  get stepped(): Stepped {
    return { state: this.state, effects: this.effects };
  }

  /** The screen in front; nothing where there is none, or the flow no longer has it. */
  get front(): Screen | undefined {
    const id = this.state.stack.at(-1);
    return id === undefined ? undefined : this.flow.screen(id);
  }

  get flowToken(): string {
    return this.state.options.flowToken ?? 'unused';
  }

  change(part: Partial<PlayerState>): void {
    this.state = { ...this.state, ...part };
  }

  screenState(id: string): ScreenState {
    return own(this.state.screens, id) ?? freshScreen;
  }

  changeScreen(id: string, part: Partial<ScreenState>): void {
    this.change({ screens: withKey(this.state.screens, id, { ...this.screenState(id), ...part }) });
  }

  tell(effect: Effect): void {
    this.effects.push(effect);
  }

  refuse(reason: Message, where = ''): void {
    this.tell({ is: 'refused', reason, where });
  }

  /** Ends the flow with an error. */
  stop(reason: Message): void {
    this.change({ phase: { is: 'stopped', reason } });
    this.tell({ is: 'stopped', reason });
  }
}
