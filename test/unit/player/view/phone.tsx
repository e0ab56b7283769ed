import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { Json, PlayerEvent } from '../../../../src/player/player';
import type { Look } from '../../../../src/player/view/look';
import { Player } from '../../../../src/player/view/player';
import type { Run } from '../run';
import { running } from '../run';

const usual: Look = { platform: 'android', theme: 'light', direction: 'ltr', scale: 1 };

/** A flow on a phone on the page of the test: what is done to it goes through the state machine. Needs a DOM. */
export class Phone {
  readonly events: PlayerEvent[] = [];
  private readonly root = document.body.appendChild(document.createElement('div'));
  private readonly look: Look;

  constructor(
    readonly run: Run,
    look: Partial<Look> = {},
  ) {
    this.look = { ...usual, ...look };
    this.redraw();
  }

  /** Components on a screen of their own. */
  static with(children: readonly object[], look: Partial<Look> = {}, more: object = {}): Phone {
    return new Phone(running(children, more), look);
  }

  redraw(): void {
    void act(() => {
      render(
        <Player
          projection={this.run.projection}
          look={this.look}
          act={(event) => {
            this.events.push(event);
            this.run.do(event);
            this.redraw();
          }}
        />,
        this.root,
      );
    });
  }

  /** The element under a selector; the test fails without it. */
  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in ${this.root.innerHTML}`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  texts(selector: string): string[] {
    return this.all(selector).map(({ textContent }) => textContent.trim());
  }

  /** The button of that name, by label or text. */
  button(name: string): HTMLButtonElement {
    const found = this.all('button').find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === name,
    );
    if (found === undefined) throw new Error(`No button ${name} among ${this.texts('button').join(', ')}`);
    return found as HTMLButtonElement;
  }

  tap(name: string): this {
    void act(() => this.button(name).click());
    return this;
  }

  click(selector: string): this {
    void act(() => this.one(selector).click());
    return this;
  }

  /** A key where the focus is, or on an element. */
  key(key: string, selector?: string): this {
    const target = selector === undefined ? document.activeElement : this.one(selector);
    void act(() => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    return this;
  }

  get html(): string {
    return this.root.innerHTML;
  }

  value(name: string): Json {
    return this.run.value(name);
  }

  /** Takes it off the page. */
  putAway(): void {
    void act(() => render(null, this.root));
    this.root.remove();
  }
}
