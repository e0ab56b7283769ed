import type { Message } from '../../../flowjson/message';
import { own, type JsonObject } from '../../../player/json';
import type { ShownScreen } from '../../../player/player';
import type { ScreenData } from '../../../webview/local/contract';
import type { FlowMocks } from '../../ports';
import type { Course } from './course';
import { orTell } from './orTell';
import { readData, screenDataOf } from './screenData';

/** What the screen in front was given, for the developer to see and to give something else: a text, or a preset. */
export class DataEditor {
  /** A text that could not be read, until something happens. */
  private refused: { readonly screen: string; readonly problem: Message } | undefined;
  private made: { readonly from: readonly unknown[]; readonly data: ScreenData | null } | undefined;

  constructor(
    private readonly course: Course,
    private readonly mocks: FlowMocks,
  ) {}

  get data(): ScreenData | null {
    const { flow, state, projection } = this.course;
    const { presets } = this.mocks;
    const id = state.stack.at(-1);
    const given = id === undefined ? undefined : own(state.screens, id)?.data;
    const from = [flow, id, given, this.refused, presets];
    // Letters that are typed do not change it, and it may be large.
    if (this.made?.from.every((one, index) => one === from[index]) !== true) {
      this.made = { from, data: screenDataOf(flow, projection, this.refused, presets) };
    }
    return this.made.data;
  }

  /** What a text has for a screen; undefined where it cannot be read: `data` says why. */
  read(screen: string, text: string): JsonObject | undefined {
    const read = readData(text);
    if ('data' in read) return read.data;
    this.refused = { screen, problem: read.problem };
    return undefined;
  }

  /** Something happened: what was refused is past. */
  forget(): void {
    this.refused = undefined;
  }

  /** Keeps the data of a screen under a name, or forgets it; gives back what there is to be applied. */
  preset(is: 'apply' | 'keep' | 'remove', name: string, { id, data }: ShownScreen): JsonObject | undefined {
    const { mocks } = this;
    const preset = mocks.presets.find((one) => one.screen === id && one.name === name);
    if (is === 'apply') return preset?.data;
    if (is === 'keep') orTell(mocks.keepPreset({ name, screen: id, data }));
    else if (preset !== undefined) orTell(mocks.removePreset(id, name));
    return undefined;
  }
}
