import { render } from 'preact';
import { act } from 'preact/test-utils';
import { teller } from '../../../../../src/webview/shared/tell';
import type { ToHost } from '../../../../../src/webview/local/contract';
import { Pane, type PaneProps } from '../../../../../src/webview/local/pane/pane';

/** A pane on the page of the test, and what it says to the host. */
export class DrawnPane {
  readonly posted: ToHost[] = [];
  private readonly place = document.createElement('div');
  private props: PaneProps = {
    waiting: null,
    data: null,
    log: [],
    endpoint: { address: null, last: null },
    tell: teller(),
    language: 'en',
    post: (message) => void this.posted.push(message),
  };

  constructor() {
    document.body.append(this.place);
  }

  /** Draws it; what is not given stays as it was. */
  async show(changes: Partial<PaneProps> = {}): Promise<void> {
    this.props = { ...this.props, ...changes };
    await act(() => render(<Pane {...this.props} />, this.place));
  }

  async close(): Promise<void> {
    await act(() => render(null, this.place));
    this.place.remove();
  }

  get text(): string {
    return this.place.textContent;
  }

  all(selector: string): HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string): HTMLElement {
    const found = this.place.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector} in ${this.place.innerHTML}`);
    return found;
  }

  /** By what a screen reader calls it. */
  button(name: string): HTMLButtonElement {
    const found = this.all('button').find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    );
    if (found === undefined) throw new Error(`no button ${name} in ${this.place.innerHTML}`);
    return found as HTMLButtonElement;
  }

  /** The field that a label stands for. */
  field(label: string): HTMLInputElement | HTMLTextAreaElement {
    const found = this.all('label')
      .find((one) => one.textContent === label)
      ?.getAttribute('for');
    return this.one(`#${found}`) as HTMLInputElement;
  }

  get front(): string {
    return this.one('[role=tab][aria-selected=true]').firstChild?.textContent ?? '';
  }

  tab(name: string): HTMLElement {
    return this.all('[role=tab]').find((one) => one.firstChild?.textContent === name)!;
  }

  async press(name: string): Promise<void> {
    await act(() => this.button(name).click());
  }

  async open(tab: string): Promise<void> {
    await act(() => this.tab(tab).click());
  }

  async write(label: string, text: string): Promise<void> {
    await act(() => {
      const field = this.field(label);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  async key(key: string): Promise<void> {
    await act(
      () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
    );
  }

  async focus(element: HTMLElement): Promise<void> {
    await act(() => element.focus());
  }

  async submit(selector: string): Promise<void> {
    await act(
      () => void this.one(selector).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    );
  }
}
