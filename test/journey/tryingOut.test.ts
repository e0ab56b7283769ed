import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { openFile, openLocalPreview } from './steps';
import { useWorkbench } from './useWorkbench';

const layout = (...children: object[]) => ({ type: 'SingleColumnLayout', children });

/** A name is asked for, an endpoint says which tables are free. One property is written as nobody knows it. */
const flow = {
  version: '7.0',
  data_api_version: '3.0',
  routing_model: { ASK: ['CHOOSE'], CHOOSE: [] },
  screens: [
    {
      id: 'ASK',
      title: 'Book a table',
      data: { greeting: { type: 'string', __example__: 'Good evening' } },
      layout: layout(
        { type: 'TextHeading', text: '${data.greeting}' },
        { type: 'TextInput', name: 'guest', label: 'Your name', 'helper-txt': 'As on your booking' },
        {
          type: 'Footer',
          label: 'See tables',
          'on-click-action': { name: 'data_exchange', payload: { guest: '${form.guest}' } },
        },
      ),
    },
    {
      id: 'CHOOSE',
      title: 'Free tables',
      terminal: true,
      data: { table: { type: 'string', __example__: 'At the window' } },
      layout: layout(
        { type: 'TextBody', text: '${data.table}' },
        {
          type: 'Footer',
          label: 'Book',
          'on-click-action': { name: 'complete', payload: { table: '${data.table}' } },
        },
      ),
    },
  ],
};

describe('a person who tries a flow out with many answers and many data', () => {
  const name = 'booking.flow.json';
  const workbench = useWorkbench(() => ({
    extensions: [packagedExtension()],
    settings: { 'editor.minimap.enabled': false, 'files.autoSave': 'off' },
    size: { width: 1600, height: 1000 },
  }));
  const inFolder = (file: string): string => path.join(workbench().vscode.folder, file);
  const line = (text: string) =>
    workbench().editorLines.locator('.view-line').filter({ hasText: text }).first();
  const preview = () => workbench().webview;
  const phone = () => preview().locator('.wf-player').first();
  const title = (text: string) => phone().getByRole('heading', { name: text }).first();
  const button = (label: string) => preview().getByRole('button', { name: label, exact: true });
  const tab = (label: string) => preview().getByRole('tab', { name: label });
  const more = async (entry: string): Promise<void> => {
    await button('More').click();
    await preview().getByRole('menuitem', { name: entry, exact: true }).click();
  };

  it('mends on the phone what the rules complain of', async () => {
    await openFile(workbench(), name, flow);
    await line('helper-txt').waitFor();
    await openLocalPreview(workbench());
    await phone().getByRole('textbox').fill('Ada');
    await preview().getByRole('button', { name: 'helper-txt' }).click();
    await takePicture(workbench(), 'a problem on the phone');
    await preview().getByRole('dialog').getByRole('button', { name: 'Rename to "helper-text"' }).click();
    await line('helper-text').waitFor();
    await phone().getByText('As on your booking').waitFor();
    await preview().getByRole('button', { name: 'helper-txt' }).waitFor({ state: 'detached' });
    assert.equal(await phone().getByRole('textbox').inputValue(), 'Ada');
  });

  it('keeps an answer as a rule, which answers from then on', async () => {
    await phone().getByRole('button', { name: 'See tables' }).click();
    await button('Answer and Keep as Rule').click();
    await phone().getByText('At the window').waitFor();
    // What was in front of the answers is there again.
    await preview().getByText('You answered with CHOOSE.').waitFor();
    await workbench().page.getByRole('treeitem', { name: 'booking.flow-mock.json' }).waitFor();
    await phone().getByRole('button', { name: 'Back' }).click();
    await phone().getByRole('button', { name: 'See tables' }).click();
    await preview().getByText('A rule of the mock file answered with CHOOSE.').waitFor();
  });

  it('writes another answer into the mock file, and gets that', async () => {
    await tab('Answers').click();
    await button('Open Mock File').click();
    await line('At the window').getByText('window').last().dblclick();
    await workbench().page.keyboard.type('bar');
    await line('At the bar').waitFor();
    await phone().getByRole('button', { name: 'Back' }).click();
    await phone().getByRole('button', { name: 'See tables' }).click();
    await phone().getByText('At the bar').waitFor();
    await takePicture(workbench(), 'an answer in the mock file');
    await line('At the bar').click();
    await workbench().page.keyboard.press('Control+S');
  });

  it('stays on a screen that is renamed', async () => {
    await workbench().tab(name).click();
    await workbench().page.keyboard.press('Control+End');
    await line('"id": "CHOOSE"').getByText('CHOOSE').last().dblclick();
    await workbench().page.keyboard.type('PICK', { delay: 50 });
    await line('"id": "PICK"').waitFor();
    await preview()
      .locator('select')
      .and(preview().getByLabel('Screen'))
      .getByText('PICK')
      .waitFor({ state: 'attached' });
    assert.ok(await phone().getByText('At the bar').isVisible());
    await workbench().page.keyboard.press('Control+Z');
  });

  it('steps back in the log, and starts again on the phone', async () => {
    await tab('Events').click();
    await preview().getByText('guest is now Ada.').hover();
    await button('Step back to here: guest is now Ada.').click();
    await title('Book a table').waitFor();
    assert.equal(await phone().getByRole('textbox').inputValue(), 'Ada');
    await phone().getByRole('button', { name: 'Menu' }).click();
    await button('Start again').click();
    await preview().getByText('The flow starts anew with ASK.').waitFor();
    assert.equal(await phone().getByRole('textbox').inputValue(), '');
  });

  it('tries other data, and keeps them under a name', async () => {
    await tab('Data').click();
    const data = preview().getByRole('textbox', { name: 'Data of ASK' });
    await data.fill('{ "greeting": 7 }');
    await preview().getByText('greeting must be of type string').waitFor();
    await data.fill('{ "greeting": "Selamat malam" }');
    await phone().getByText('Selamat malam').waitFor();
    await preview().getByLabel('Keep this data under a name').fill('Indonesian');
    await button('Keep').click();
    await button('Apply Preset Indonesian').waitFor();
    await takePicture(workbench(), 'a preset');
  });

  it('saves a picture of all screens', async () => {
    await more('Save Picture of All Screens…');
    await workbench().quickInputTitle.filter({ hasText: 'Save Picture' }).waitFor();
    await workbench().quickInputRows.first().waitFor();
    await workbench().page.keyboard.press('Enter');
    await workbench().notification('booking-screens.png').waitFor();
    const png = fs.readFileSync(inFolder('booking-screens.png'));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
  });

  it('finds all of it after the window was reloaded', async () => {
    await workbench().tab(name).click();
    await workbench().page.keyboard.press('Control+S');
    await workbench().page.locator('.part.editor .tab.dirty').waitFor({ state: 'hidden' });
    await workbench().reload();
    await title('Book a table').waitFor();
    await phone().getByText('Good evening').waitFor();
    await tab('Data').click();
    await button('Apply Preset Indonesian').click();
    await phone().getByText('Selamat malam').waitFor();
    assert.equal(await workbench().notifications.count(), 0);
  });
});
