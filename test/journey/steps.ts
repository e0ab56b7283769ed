import type { FrameLocator } from 'playwright-core';
import type { Simulator } from '../simulator';
import type { Workbench } from './workbench';

/** Ways that several journeys have in common. */

export async function signIn(workbench: Workbench, { keys, account }: Simulator): Promise<void> {
  await workbench.openView();
  await workbench.welcome.getByRole('button', { name: 'Sign In' }).click();
  await workbench.pick('AccessKey');
  await workbench.type('AccessKey ID', keys.accessKeyId);
  await workbench.type('AccessKey secret', keys.accessKeySecret);
  await workbench.type('A name for this account', account.name);
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
  await workbench.rowAction(workbench.row(flow), 'Open Flow JSON');
  await workbench.tab(`${flow}.flow.json`).waitFor();
  await workbench.editorLines.filter({ hasText: '"version"' }).waitFor();
}

/** From the title of the flow document that is in front. */
export async function openPreview(workbench: Workbench): Promise<void> {
  await workbench.editorActions.and(workbench.page.getByLabel('Preview Flow')).click();
  await previewPage(workbench).locator('.phone').waitFor();
}

/** The page of the preview site, inside the panel. */
export const previewPage = ({ webview }: Workbench): FrameLocator => webview.frameLocator('iframe');
