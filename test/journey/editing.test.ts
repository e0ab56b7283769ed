import assert from 'node:assert/strict';
import { startSimulator, type Simulator, type StoredFlow } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { expandSpace, openJson, signIn } from './steps';
import { useWorkbench } from './useWorkbench';

const SPACE = 'Harbour Insurance';
const FLOW = 'Home loan enquiry';
const TAB = `${FLOW}.flow.json`;

describe('a person who edits a flow that a colleague edits too', () => {
  let simulator: Simulator;
  let flow: StoredFlow;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator();
    const space = simulator.account.spaces.find(({ name }) => name === SPACE)!;
    flow = [...space.flows.values()].find(({ name }) => name === FLOW)!;
    return {
      extensions: [packagedExtension()],
      settings: { 'camsFlows.endpoint': simulator.endpoint, 'editor.minimap.enabled': false },
      size: { width: 1440, height: 900 },
    };
  });
  after(() => simulator.close());

  const dirtyTab = () => workbench().page.locator('.part.editor .tab.dirty');
  const line = (text: string) =>
    workbench().editorLines.locator('.view-line').filter({ hasText: text }).first();

  /** Replaces one word of the document in front by another, as a person does it: find, type, close. */
  const replace = async (before: string, after: string): Promise<void> => {
    const { page } = workbench();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+H');
    const find = page.locator('.find-widget.visible');
    await find.waitFor();
    await find.locator('textarea[aria-label="Find"], .find-part .input').first().fill(before);
    await find.locator('textarea[aria-label="Replace"], .replace-part .input').first().fill(after);
    await find
      .getByText(/^1 of \d+$|^\? of/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+Alt+Enter');
    await page.keyboard.press('Escape');
    await dirtyTab().first().waitFor();
  };
  const titleOfFlow = () => /"title": "([^"]*)"/.exec(flow.json!)![1]!;
  const said = (text: string | RegExp) => workbench().statusBar.getByText(text).first();

  it('opens it and types: nothing goes to CAMS before they save', async () => {
    await signIn(workbench(), simulator);
    await workbench().setSidebarWidth(380);
    await expandSpace(workbench(), SPACE, FLOW);
    await openJson(workbench(), FLOW);
    await line('"version"').click();
    const before = flow.json;
    await replace(`"title": "${titleOfFlow()}"`, '"title": "Your next home"');
    await workbench().notification('You are editing the flow on CAMS').waitFor();
    await takePicture(workbench(), 'editing-first-edit');
    assert.equal(flow.json, before);
  });

  it('saves: it is on CAMS', async () => {
    await workbench().answerNotification('You are editing the flow on CAMS', "Don't Show Again");
    await workbench().page.keyboard.press('Control+S');
    await said('Saved to CAMS').waitFor();
    await dirtyTab().first().waitFor({ state: 'hidden' });
    assert.match(flow.json!, /Your next home/);
    await takePicture(workbench(), 'editing-saved');
  });

  it('is told when a colleague was faster, and sees both', async () => {
    simulator.secondWriter.replaceJson(
      flow.id,
      flow.json!.replace('"Your next home"', '"A home for you all"'),
    );
    await line('"version"').click();
    await replace('"What is it for?"', '"What is the money for?"');
    await workbench().page.keyboard.press('Control+S');
    await workbench().notification('newer').waitFor();
    assert.match(flow.json!, /A home for you all/);
    await takePicture(workbench(), 'editing-conflict');
    await workbench().answerNotification('newer', 'Compare');
    await workbench().page.locator('.monaco-diff-editor').first().waitFor();
    await workbench().page.getByText('A home for you all').first().waitFor();
    await takePicture(workbench(), 'editing-compare');
  });

  it('merges and saves: both changes are on CAMS', async () => {
    const { page } = workbench();
    await workbench().tab(TAB).click();
    await workbench().runCommand(`CAMS Flows: ${workbench().title('command.link.merge')}`);
    const merge = page.locator('.merge-editor');
    await merge.getByText('0 Conflicts Remaining').waitFor();
    await merge.locator('.result').getByText('A home for you all').waitFor();
    await takePicture(workbench(), 'editing-merge');
    const told = simulator.requests.next('UpdateFlowJSONAsset');
    await page.keyboard.press('Control+S');
    await told;
    await dirtyTab().first().waitFor({ state: 'hidden' });
    assert.match(flow.json!, /A home for you all/);
    assert.match(flow.json!, /What is the money for/);
    await takePicture(workbench(), 'editing-merged');
  });

  it('publishes it', async () => {
    await workbench().tab(TAB).click();
    await workbench().rowMenu(workbench().row(FLOW), workbench().title('command.flow.publish'));
    await workbench().dialog.waitFor();
    await takePicture(workbench(), 'editing-publish');
    await workbench().dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await workbench().notification('is published').waitFor();
    assert.equal(flow.status, 'PUBLISHED');
    await takePicture(workbench(), 'editing-published');
  });

  it('finds what was overwritten in the history', async () => {
    await workbench().rowMenu(workbench().row(FLOW), workbench().title('command.flow.history'));
    const versions = workbench().page.locator('.pane').filter({ hasText: 'Flow History' });
    await versions.locator('.monaco-list-row').nth(3).waitFor();
    await takePicture(workbench(), 'editing-history');
  });
});
