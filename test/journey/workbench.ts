import fs from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { startBrowser } from '../host/browser';
import { projectFolder } from '../host/paths';
import { startVsCode, type VsCode, type VsCodeOptions } from '../host/server';

export interface WorkbenchOptions extends VsCodeOptions {
  /** Name of a colour theme as settings know it. */
  theme?: string;
  size?: { width: number; height: number };
}

/**
 * A window of VS Code as a person has it: everything goes through what can be seen, clicked and typed. A
 * locator waits by itself, for what it stands for to be there; nothing here waits for time to pass.
 */
export class Workbench {
  private constructor(
    readonly vscode: VsCode,
    readonly browser: Browser,
    readonly page: Page,
    private readonly locale: string | undefined,
  ) {}

  static async open({ theme, size, ...options }: WorkbenchOptions = {}): Promise<Workbench> {
    const settings = { ...(theme ? { 'workbench.colorTheme': theme } : {}), ...options.settings };
    const [vscode, browser] = await Promise.all([startVsCode({ ...options, settings }), startBrowser()]);
    const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: vscode.origin });
    const page = await context.newPage();
    const workbench = new Workbench(vscode, browser, page, options.locale);
    await workbench.goTo(vscode.url);
    return workbench;
  }

  /** A second window of the same person: it shares the secrets, and all else that a browser keeps. */
  async openAnother(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    const another = new Workbench(this.vscode, this.browser, page, this.locale);
    await another.goTo(this.vscode.url);
    return another;
  }

  private async goTo(url: string): Promise<void> {
    this.page.setDefaultTimeout(20_000);
    await this.page.goto(url);
    await this.ready();
  }

  /** Like "Developer: Reload Window". */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.vscode.stop();
  }

  /** The window is drawn, and its extensions are known: their views and commands are there. */
  private async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.page.locator('.activitybar .action-item a[aria-label^="WhatsApp Flows"]').waitFor();
  }

  /** A text of the manifest in the language of the window, by its key. */
  title(key: string): string {
    return readTexts(this.locale ? `package.nls.${this.locale}.json` : 'package.nls.json')[key]!;
  }

  /** A text of the program in the language of the window, by the English one. */
  text(english: string): string {
    return this.locale ? readTexts(`l10n/bundle.l10n.${this.locale}.json`)[english]! : english;
  }

  // The command palette and everything else that opens at the top.

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }
  get quickInputRows(): Locator {
    return this.quickInput.locator('.quick-input-list .monaco-list-row');
  }
  /** Title, question or error of the quick input. */
  get quickInputMessage(): Locator {
    return this.quickInput.locator('.quick-input-message');
  }
  get quickInputTitle(): Locator {
    return this.quickInput.locator('.quick-input-title');
  }

  /** Runs a command by the title that the palette shows, e.g. `CAMS Flows: Sign In…`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.locator('input').fill(`>${title}`);
    await this.quickInput.locator('.monaco-list-row.focused').getByText(title, { exact: true }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Chooses the row with this text in an open quick pick. */
  async pick(text: string | RegExp): Promise<void> {
    await this.quickInputRows.filter({ hasText: text }).first().click();
  }

  /** Types into an open input box and confirms. The prompt tells one step of a wizard from the next. */
  async type(prompt: string | RegExp, text: string): Promise<void> {
    await this.quickInput.filter({ hasText: prompt }).waitFor();
    await this.quickInput.locator('input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  // The view in the sidebar.

  get rows(): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row[role="treeitem"]');
  }
  /** The text that is there while the list is empty. */
  get welcome(): Locator {
    return this.page.locator('.part.sidebar .welcome-view-content:visible');
  }

  async openView(): Promise<void> {
    const icon = this.page.locator('.activitybar .action-item:has(a[aria-label^="WhatsApp Flows"])');
    // A click on the icon of the view in front would hide it.
    if ((await icon.getAttribute('class'))?.includes('checked')) return;
    await icon.locator('a').click();
    await this.page.locator('.activitybar .action-item.checked a[aria-label^="WhatsApp Flows"]').waitFor();
  }

  /** Drags the sidebar's edge. */
  async setSidebarWidth(pixels: number): Promise<void> {
    const sidebar = (await this.page.locator('.part.sidebar').boundingBox())!;
    const middle = sidebar.y + sidebar.height / 2;
    await this.page.mouse.move(sidebar.x + sidebar.width + 1, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(sidebar.x + pixels, middle, { steps: 5 });
    await this.page.mouse.up();
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** Clicks one of the icons that a row shows under the mouse. */
  async rowAction(row: Locator, label: string): Promise<void> {
    await row.hover();
    await row.locator(`.actions a[aria-label^="${label}"]`).click();
  }

  /** Opens a row's context menu and chooses an entry. */
  async rowMenu(row: Locator, label: string): Promise<void> {
    await row.click({ button: 'right' });
    await this.chooseInMenu(label);
  }

  /** By mouse and keyboard together: a menu that has just opened takes no click. */
  async chooseInMenu(label: string): Promise<void> {
    await this.page.locator('.monaco-menu').getByRole('menuitem', { name: label, exact: true }).hover();
    await this.page.keyboard.press('Enter');
  }

  // Editors.

  get tabs(): Locator {
    return this.page.locator('.part.editor .tabs-container .tab');
  }
  tab(text: string | RegExp): Locator {
    return this.tabs.filter({ hasText: text }).first();
  }
  /** The lines that an editor has drawn: not all of them, when the document is long. */
  get editorLines(): Locator {
    return this.page.locator('.part.editor .editor-instance .view-lines:visible');
  }
  get editorActions(): Locator {
    return this.page.locator('.part.editor .editor-actions .action-item a');
  }
  /** The document of the visible webview; VS Code puts it into a frame within a frame. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  }

  // What VS Code says by itself.

  /** Toasts in the corner, newest first. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }
  notification(text: string | RegExp): Locator {
    return this.notifications.filter({ hasText: text }).first();
  }
  async answerNotification(text: string | RegExp, button: string): Promise<void> {
    await this.notification(text).getByRole('button', { name: button, exact: true }).click();
  }
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }
  get statusBar(): Locator {
    return this.page.locator('.part.statusbar');
  }
}

const readTexts = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(projectFolder, file), 'utf8')) as Record<string, string>;
