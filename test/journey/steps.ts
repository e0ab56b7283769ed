import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Keys, Simulator } from '../simulator';
import type { Workbench } from './workbench';

/** Ways that several journeys have in common. */

export async function signIn(workbench: Workbench, { keys, account }: Simulator): Promise<void> {
  await workbench.openView();
  await workbench.welcome.locator('.monaco-button').first().click();
  await giveKeys(workbench, keys, account.name);
}

/** The steps of the sign-in, in any language. */
export async function giveKeys(workbench: Workbench, keys: Keys, label: string): Promise<void> {
  await workbench.quickInputTitle.filter({ hasText: '(1/4)' }).waitFor();
  await workbench.pick('AccessKey');
  await workbench.type('(2/4)', keys.accessKeyId);
  await workbench.type('(3/4)', keys.accessKeySecret);
  await workbench.type('(4/4)', label);
}

/** Opens a space and waits until the status of this flow is known. */
export async function expandSpace(workbench: Workbench, space: string, flow: string): Promise<void> {
  await workbench.row(space).click();
  await workbench
    .row(flow)
    .filter({ hasText: /\d{10,} · [A-Z]+/ })
    .waitFor();
}

export async function openJson(workbench: Workbench, flow: string): Promise<void> {
  await workbench.rowAction(workbench.row(flow), workbench.title('command.flow.openJson'));
  await workbench.tab(`${flow}.flow.json`).waitFor();
  await workbench.editorLines.filter({ hasText: '"version"' }).waitFor();
}

/** A file of the folder, written by somebody else, and opened by its name. */
export async function openFile(workbench: Workbench, name: string, content: unknown): Promise<void> {
  fs.writeFileSync(path.join(workbench.vscode.folder, name), JSON.stringify(content, undefined, 2));
  await workbench.page.keyboard.press('Control+P');
  await workbench.quickInput.locator('input').fill(name);
  await workbench.pick(name);
  await workbench.tab(name).waitFor();
}

/** From the title of the flow document that is in front. */
export async function openPreview(workbench: Workbench): Promise<void> {
  const title = workbench.title('command.flow.preview');
  await workbench.editorActions.and(workbench.page.getByLabel(title)).click();
  await previewPage(workbench).locator('.phone').waitFor();
}

/** From the title of the Flow JSON that is in front. */
export async function openLocalPreview(workbench: Workbench): Promise<void> {
  const title = workbench.title('command.localPreview.open');
  await workbench.editorActions.and(workbench.page.getByLabel(title)).first().click();
  await workbench.webview.locator('.wf-player').first().waitFor();
}

/** The page of the preview site, inside the panel. */
export const previewPage = ({ webview }: Workbench): FrameLocator => webview.frameLocator('iframe');
