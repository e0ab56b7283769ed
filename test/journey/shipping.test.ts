import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator, type StoredSpace } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { signIn } from './steps';
import { useWorkbench } from './useWorkbench';

const STAGING = 'Harbour Insurance';
const PRODUCTION = 'Studio Sepi';

describe('a person who keeps flows in a folder and carries them to a second space', () => {
  let simulator: Simulator;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator();
    return {
      extensions: [packagedExtension()],
      settings: { 'camsFlows.endpoint': simulator.endpoint, 'editor.minimap.enabled': false },
      theme: 'Default Dark Modern',
      size: { width: 1440, height: 900 },
    };
  });
  after(() => simulator.close());

  const space = (name: string): StoredSpace => simulator.account.spaces.find((one) => one.name === name)!;
  const flowsOf = (name: string) => [...space(name).flows.values()];
  const inFolder = (name: string) => path.join(workbench().vscode.folder, name);
  const manifest = () => JSON.parse(fs.readFileSync(inFolder('cams-flows.json'), 'utf8'));
  const run = (key: string) => workbench().runCommand(`CAMS Flows: ${workbench().title(key)}`);
  const changes = () => workbench().page.locator('.part.sidebar .pane').filter({ hasText: 'Flow Changes' });

  /** Nothing else is in the view than these files, which are as their flows. */
  const allTheSame = async (count: number): Promise<void> => {
    await changes().getByLabel(`The Same, files: ${count}`).waitFor();
    assert.equal(await changes().locator('.monaco-list-row[aria-level="1"]').count(), 1);
  };

  /** Folder, space, and the name of the environment. */
  const linkFolderWith = async (name: string, environment: string): Promise<void> => {
    await run('command.links.folder');
    await workbench().pick(name);
    await workbench().quickInput.filter({ hasText: 'A name for this space' }).waitFor();
    await workbench().type('A name for this space', environment);
    await workbench()
      .quickInputTitle.filter({ hasText: `and ${environment}` })
      .waitFor();
  };

  it('brings the flows of the first space into the folder', async () => {
    await signIn(workbench(), simulator);
    await workbench().setSidebarWidth(420);
    await linkFolderWith(STAGING, 'staging');
    const pull = workbench().quickInputRows.filter({ hasText: 'Pull 2 Flows' });
    if (!(await pull.getByRole('checkbox').isChecked())) await pull.click();
    await takePicture(workbench(), 'shipping-plan');
    await workbench().page.keyboard.press('Enter');
    await allTheSame(2);
    const files = fs.readdirSync(workbench().vscode.folder).sort();
    assert.deepEqual(files, [
      'Car insurance quote.flow.json',
      'Home loan enquiry.flow.json',
      'cams-flows.json',
    ]);
    const loan = flowsOf(STAGING).find(({ name }) => name === 'Home loan enquiry')!;
    assert.equal(fs.readFileSync(inFolder('Home loan enquiry.flow.json'), 'utf8'), loan.json);
    await takePicture(workbench(), 'shipping-pulled');
  });

  it('sees what differs, here and there', async () => {
    const loan = flowsOf(STAGING).find(({ name }) => name === 'Home loan enquiry')!;
    const quote = flowsOf(STAGING).find(({ name }) => name === 'Car insurance quote')!;
    fs.writeFileSync(
      inFolder('Home loan enquiry.flow.json'),
      loan.json!.replace('"A home of your own"', '"Your next home"'),
    );
    quote.json = quote.json!.replace(/"title": "/, '"title": "New: ');
    await run('command.links.check');
    await changes().getByLabel('Changed Here, files: 1').waitFor();
    await changes().getByLabel('Changed on CAMS, files: 1').waitFor();
    await takePicture(workbench(), 'shipping-changes');
  });

  it('pushes one and pulls the other', async () => {
    const told = simulator.requests.next('UpdateFlowJSONAsset');
    await workbench().rowAction(
      workbench().row('Home loan enquiry.flow.json'),
      workbench().title('command.link.push'),
    );
    await told;
    await changes().getByLabel('The Same, files: 1').waitFor();
    await workbench().rowAction(
      workbench().row('Car insurance quote.flow.json'),
      workbench().title('command.link.pull'),
    );
    await allTheSame(2);
    const loan = flowsOf(STAGING).find(({ name }) => name === 'Home loan enquiry')!;
    assert.match(loan.json!, /Your next home/);
    assert.match(fs.readFileSync(inFolder('Car insurance quote.flow.json'), 'utf8'), /"title": "New: /);
  });

  it('carries the folder to a second space, where none of its flows is yet', async () => {
    await linkFolderWith(PRODUCTION, 'production');
    await workbench().quickInputRows.filter({ hasText: 'Create 2 Flows' }).waitFor();
    await takePicture(workbench(), 'shipping-deploy');
    await workbench().page.keyboard.press('Enter');
    await workbench().answerNotification('Files that differ', 'Push 2 Files…');
    await workbench().dialog.getByText('Push 2 files to').waitFor();
    await takePicture(workbench(), 'shipping-push');
    const last = simulator.requests.next('UpdateFlowJSONAsset');
    await workbench().dialog.getByRole('button', { name: 'Push', exact: true }).click();
    await last;
    await allTheSame(2);
    await takePicture(workbench(), 'shipping-done');
    const [names, jsons] = [
      flowsOf(PRODUCTION).map(({ name }) => name),
      flowsOf(PRODUCTION).map(({ json }) => json),
    ];
    assert.deepEqual(names.sort(), ['Car insurance quote', 'Home loan enquiry']);
    const onDisk = names.map((name) => fs.readFileSync(inFolder(`${name}.flow.json`), 'utf8'));
    assert.deepEqual(new Set(jsons), new Set(onDisk));
    assert.deepEqual(Object.keys(manifest().environments), ['staging', 'production']);
  });
});
