import type { Page } from 'playwright-core';
import { parseFlow } from '../../../src/flowjson/analyse';
import { say } from '../../../src/flowjson/message';
import type { Flow } from '../../../src/flowjson/model/flow';
import { project, start, step, type PlayerState } from '../../../src/player/player';
import {
  defaultLook,
  type LookSettings,
  type Picture,
  type ToHost,
  type ToPage,
} from '../../../src/webview/local/contract';
import type { ThemeName } from './themes';

/** The page of the local preview in a browser, with a small host of the test behind it: the flow runs. */
export class Panel {
  /** What the page said, except what it did to the flow. */
  readonly heard: ToHost[] = [];
  /** The pictures that it made, as PNG. */
  readonly pictures: Buffer[] = [];
  private state: PlayerState;
  private readonly flow: Flow;
  private tie: Partial<Picture> = {};

  private constructor(
    readonly page: Page,
    json: string,
    private readonly look: Partial<LookSettings>,
  ) {
    this.flow = parseFlow(json);
    this.state = start(this.flow).state;
  }

  static async open(
    page: Page,
    url: string,
    theme: ThemeName,
    json: string,
    look: Partial<LookSettings> = {},
  ): Promise<Panel> {
    const panel = new Panel(page, json, look);
    await page.exposeFunction('toHost', (message: ToHost) => panel.hear(message));
    await page.addInitScript({
      content: 'acquireVsCodeApi = () => ({ postMessage: (said) => void toHost(said), setState() {} });',
    });
    await page.goto(`${url}${theme}`);
    await page.locator('.wf-player').first().waitFor();
    return panel;
  }

  get screens(): readonly string[] {
    return this.flow.screens.flatMap(({ id }) => id ?? []);
  }

  /** Every screen as it begins, for a picture of all. */
  get all(): readonly Picture['projection'][] {
    return this.screens.map((screen) => project(this.flow, start(this.flow, { screen }).state));
  }

  async send(message: ToPage): Promise<void> {
    await this.page.evaluate((sent) => window.postMessage(sent, '*'), message as unknown);
  }

  /** Shows the flow as it is now. */
  async show(tie: Partial<Picture> = {}): Promise<void> {
    this.tie = { ...this.tie, ...tie };
    const picture: Picture = {
      name: 'Appointment booking',
      pinned: false,
      projection: project(this.flow, this.state),
      flags: {},
      mark: null,
      elsewhere: null,
      behind: null,
      shownAs: null,
      screens: this.screens,
      hosted: true,
      round: 0,
      ...this.tie,
    };
    await this.send({ type: 'show', picture, parcels: {} });
  }

  private async hear(message: ToHost): Promise<void> {
    if (message.type === 'ready') {
      await this.send({
        type: 'start',
        state: { uri: 'file:///flow.json', pinned: false },
        language: 'en',
        look: { ...defaultLook, ...this.look },
      });
      await this.send({ type: 'endpoint', endpoint: { address: null, last: null } });
      await this.show();
    } else if (message.type === 'act') {
      this.state = step(this.flow, this.state, message.event).state;
      await this.show();
    } else if (message.type === 'goTo') {
      this.state = start(this.flow, { screen: message.screen }).state;
      await this.show({ elsewhere: null });
    } else if (message.type === 'fixes') {
      await this.send({ type: 'fixes', flag: message.flag, titles: ['Add the property “label”'] });
    } else if (message.type === 'drawn') this.pictures.push(Buffer.from(Object.values(message.png)));
    else this.heard.push(message);
  }
}

/** Something for the pane. */
export function sampleLog(now: number): ToPage {
  return {
    type: 'log',
    from: 0,
    entries: [
      { number: 0, at: now - 9_000, kind: 'open', message: say('The flow was opened.'), details: [] },
      {
        number: 1,
        at: now - 4_000,
        kind: 'input',
        message: say('{0} was changed.', 'department'),
        details: [{ title: say('Value'), json: '"shopping"' }],
      },
    ],
  };
}
