import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { expandSpace, giveKeys, openJson, signIn } from './steps';
import { useWorkbench } from './useWorkbench';
import type { Workbench } from './workbench';

const SPACE = 'Nusantara Retail';
const FLOW = 'Pesan kopi';

describe('a person with accounts', () => {
  let simulator: Simulator;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator();
    return {
      extensions: [packagedExtension()],
      settings: {
        'camsFlows.endpoint': simulator.endpoint,
        'editor.minimap.enabled': false,
        'files.simpleDialog.enable': true,
      },
      theme: 'Default Light Modern',
      size: { width: 1440, height: 900 },
    };
  });
  after(() => simulator.close());

  const signInButton = ({ welcome }: Workbench) =>
    welcome.getByRole('button', { name: 'Sign In', exact: true });

  it('signs out in one window, which the other one notices', async () => {
    await signIn(workbench(), simulator);
    await workbench().row(SPACE).waitFor();
    const other = await workbench().openAnother();
    await other.openView();
    await other.row(SPACE).waitFor();

    await workbench().page.bringToFront();
    await workbench().page.locator('.activitybar a[aria-label^="Accounts"]').click();
    await takePicture(workbench(), 'accounts-menu');
    await workbench()
      .page.getByRole('menuitem', { name: /Samudra Partners/ })
      .hover();
    await workbench().chooseInMenu('Sign Out');
    await workbench().dialog.getByRole('button', { name: 'Sign Out' }).click();
    await signInButton(workbench()).waitFor();
    // Chromium without a window takes every page for the one in front, so none hears that it comes to the front.
    // And the state that the windows share arrives with a delay: a person looks again.
    while (!(await signInButton(other).isVisible())) {
      await other.runCommand('CAMS Flows: Refresh').catch(() => undefined);
    }
    await other.page.close();
  });

  it('signs in again, and everything is there', async () => {
    await signIn(workbench(), simulator);
    await expandSpace(workbench(), SPACE, FLOW);
    await openJson(workbench(), FLOW);
  });

  it('is told once that the keys are refused, and renews them', async () => {
    simulator.keys.disabled = true;
    await workbench().runCommand('CAMS Flows: Refresh');
    const account = workbench().row('keys no longer accepted');
    await account.waitFor();
    await workbench().row(FLOW).waitFor();
    await takePicture(workbench(), 'keys-refused');

    const renewed = simulator.state.addKey(simulator.account);
    await account.click();
    await workbench().pick('AccessKey');
    await workbench().type('(2/3)', renewed.accessKeyId);
    await workbench().type('(3/3)', renewed.accessKeySecret);
    await account.waitFor({ state: 'detached' });
    const asked = simulator.requests.next('GetFlow');
    await workbench().runCommand('CAMS Flows: Refresh');
    assert.equal((await asked).status, 200);
    await workbench().row(FLOW).waitFor();
  });

  it('downloads all flows of a space into a folder, and reads which one it could not have and why', async () => {
    await workbench().rowMenu(workbench().row(SPACE), 'Download All Flows…');
    await dialogShows(/\/$/);
    await workbench().quickInput.getByRole('button', { name: 'Download Here' }).click();
    await workbench().notification('Flows: 4 written, 1 failed.').waitFor();
    await workbench().editorLines.filter({ hasText: 'CAMS has no JSON for this flow' }).waitFor();
    await takePicture(workbench(), 'download');
    const files = fs.readdirSync(workbench().vscode.folder).filter((name) => name.endsWith('.flow.json'));
    const flows = flowsOf(SPACE).filter(({ json }) => json !== undefined);
    assert.deepEqual(files, flows.map(({ name, id }) => `${name}.${id}.flow.json`).sort());
  });

  it('saves a flow under a name', async () => {
    await workbench().rowMenu(workbench().row(FLOW), 'Save Flow JSON As…');
    await dialogShows(/Pesan kopi.*json$/);
    const file = path.join(workbench().vscode.folder, 'kopi.json');
    await workbench().quickInput.locator('input').fill(file);
    await workbench().page.keyboard.press('Enter');
    await workbench().notification('Saved kopi.json').waitFor();
    assert.equal(fs.readFileSync(file, 'utf8'), flowsOf(SPACE).find(({ name }) => name === FLOW)!.json);
  });

  it('adds an account that cannot list its flows, and a flow of it by ID', async () => {
    const [flow] = flowsOf('Lotus Clinic');
    await workbench().runCommand('CAMS Flows: Sign In…');
    await giveKeys(workbench(), simulator.logins.withoutListFlow, 'Reader');
    await workbench()
      .row(/^Samudra Partners/)
      .waitFor();
    const space = workbench()
      .row(/^Reader/)
      .locator('xpath=following::*[@role="treeitem"][contains(., "Lotus Clinic")][1]');
    await space.click();
    await workbench().row('The key is not allowed to list flows: add them by ID').waitFor();
    await takePicture(workbench(), 'two-accounts');
    await workbench().rowMenu(space, 'Add Flow by ID…');
    await workbench().type('The flow stays in the list', flow!.id);
    await workbench()
      .row(new RegExp(`${flow!.name}.*${flow!.id}`))
      .waitFor();
    await takePicture(workbench(), 'added-flow');
  });

  const flowsOf = (space: string) => [
    ...simulator.account.spaces.find(({ name }) => name.startsWith(space))!.flows.values(),
  ];

  /** A file dialog that is still loading takes no answer. */
  const dialogShows = (text: RegExp) =>
    workbench().page.waitForFunction(
      (source) =>
        new RegExp(source).test(
          document.querySelector<HTMLInputElement>('.quick-input-widget input')?.value ?? '',
        ),
      text.source,
    );
});
