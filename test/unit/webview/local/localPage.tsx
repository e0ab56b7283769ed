import { render } from 'preact';
import { act } from 'preact/test-utils';
import {
  defaultLook,
  type LookSettings,
  type PanelState,
  type Picture,
  type ToHost,
  type ToPage,
} from '../../../../src/webview/local/contract';
import { App, type Host } from '../../../../src/webview/local/app';
import type { Run } from '../../player/run';

/** The page of the local preview, with a host of the test behind it that answers when the test says so. */
export class LocalPage {
  readonly posted: ToHost[] = [];
  readonly remembered: PanelState[] = [];
  private listener: ((message: ToPage) => void) | undefined;

  constructor() {
    const host: Host = {
      post: (message) => void this.posted.push(message),
      remember: (state) => void this.remembered.push(state),
      onMessage: (added) => {
        this.listener = added;
        return () => (this.listener = undefined);
      },
    };
    void act(() => render(<App host={host} />, document.body));
  }

  static with(run: Run, tie: Partial<Picture> = {}, look: Partial<LookSettings> = {}): LocalPage {
    const page = new LocalPage();
    page.start(look);
    page.show(run, tie);
    return page;
  }

  get listens(): boolean {
    return this.listener !== undefined;
  }

  send(message: ToPage): void {
    void act(() => this.listener?.(message));
  }

  start(look: Partial<LookSettings> = {}, more: Partial<Extract<ToPage, { type: 'start' }>> = {}): void {
    this.send({
      type: 'start',
      state: { uri: 'file:///booking.flow.json', pinned: false },
      language: 'en',
      look: { ...defaultLook, ...look },
      ...more,
    });
  }

  show({ projection }: Pick<Run, 'projection'>, tie: Partial<Picture> = {}): void {
    // As it comes through a window: nothing in it is what the page has had before.
    const picture = structuredClone<Picture>({
      name: 'Booking',
      pinned: false,
      projection,
      flags: {},
      mark: null,
      elsewhere: null,
      behind: null,
      shownAs: null,
      screens: ['FIRST', 'SECOND'],
      hosted: false,
      round: 0,
      ...tie,
    });
    this.send({ type: 'show', picture, parcels: {} });
  }

  one(selector: string): HTMLElement {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector} in ${document.body.innerHTML}`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)];
  }

  field(selector: string): HTMLInputElement {
    return this.one(selector) as HTMLInputElement;
  }

  button(name: string): HTMLElement {
    const found = this.all('button').find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name,
    );
    if (found === undefined) throw new Error(`no button ${name} in ${document.body.innerHTML}`);
    return found;
  }

  press(name: string): void {
    this.click(this.button(name));
  }

  click(element: HTMLElement): void {
    void act(() => element.click());
  }

  key(key: string, target: Element = document.activeElement ?? document.body): void {
    void act(
      () => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    );
  }

  choose(selector: string, value: string): void {
    void act(() => {
      const field = this.field(selector);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /** As keys do: the text grows in the field, and the page is told. */
  type(selector: string, text: string): void {
    void act(() => {
      const field = this.field(selector);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  /** What was said of these types. */
  said<Type extends ToHost['type']>(type: Type): Extract<ToHost, { type: Type }>[] {
    return this.posted.filter((message): message is Extract<ToHost, { type: Type }> => message.type === type);
  }

  close(): void {
    void act(() => render(null, document.body));
  }
}
