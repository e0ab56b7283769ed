import assert from 'node:assert/strict';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { openFile, openLocalPreview } from './steps';
import { useWorkbench } from './useWorkbench';

const footer = (label: string, action: object) => ({ type: 'Footer', label, 'on-click-action': action });
const layout = (...children: object[]) => ({ type: 'SingleColumnLayout', children });

/** A table is asked for, an endpoint says what is free, and the person confirms. */
const flow = {
  version: '7.0',
  data_api_version: '3.0',
  routing_model: { ASK: ['CHOOSE'], CHOOSE: ['CONFIRM'], CONFIRM: [] },
  screens: [
    {
      id: 'ASK',
      title: 'Book a table',
      layout: layout(
        { type: 'TextHeading', text: 'When would you like to come?' },
        { type: 'TextInput', name: 'guest', label: 'Your name', required: true },
        footer('See tables', { name: 'data_exchange', payload: { guest: '${form.guest}' } }),
      ),
    },
    {
      id: 'CHOOSE',
      title: 'Free tables',
      data: {
        tables: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
          __example__: [
            { id: 'window', title: 'At the window' },
            { id: 'garden', title: 'In the garden' },
          ],
        },
      },
      layout: layout(
        {
          type: 'RadioButtonsGroup',
          name: 'table',
          label: 'Table',
          required: true,
          'data-source': '${data.tables}',
        },
        footer('Choose', {
          name: 'navigate',
          next: { type: 'screen', name: 'CONFIRM' },
          payload: { table: '${form.table}' },
        }),
      ),
    },
    {
      id: 'CONFIRM',
      title: 'Is this right?',
      terminal: true,
      data: { table: { type: 'string', __example__: 'window' } },
      layout: layout(
        { type: 'TextBody', text: '${data.table}' },
        footer('Book', { name: 'complete', payload: { table: '${data.table}' } }),
      ),
    },
  ],
};

describe('a person who tries a flow out beside its text', () => {
  const name = 'booking.flow.json';
  const workbench = useWorkbench(() => ({
    extensions: [packagedExtension()],
    settings: { 'editor.minimap.enabled': false, 'files.autoSave': 'off' },
    size: { width: 1600, height: 1000 },
  }));
  const line = (text: string) =>
    workbench().editorLines.locator('.view-line').filter({ hasText: text }).first();
  const preview = () => workbench().webview;
  const phone = () => preview().locator('.wf-player').first();
  const button = (label: string) => preview().getByRole('button', { name: label, exact: true });

  it('sees it run, offline, before it is saved anywhere', async () => {
    await openFile(workbench(), name, flow);
    await line('"screens"').waitFor();
    await openLocalPreview(workbench());
    await phone().getByText('When would you like to come?').waitFor();
    await takePicture(workbench(), 'local preview');
  });

  it('types in the text, and the phone follows with what was typed there', async () => {
    await phone().getByRole('textbox').fill('Ada');
    await line('When would you like').getByText('When').last().dblclick();
    await workbench().page.keyboard.type('On which day');
    await phone().getByText('On which day').waitFor();
    assert.equal(await phone().getByRole('textbox').inputValue(), 'Ada');
  });

  it('keeps the last picture while the text is half typed', async () => {
    await workbench().page.keyboard.type('"');
    await preview().getByText('is half typed').waitFor();
    assert.ok(await phone().getByText('On which day').isVisible());
    await workbench().page.keyboard.press('Backspace');
    await preview().getByText('is half typed').waitFor({ state: 'detached' });
  });

  it('is shown where a component stands in the text', async () => {
    await button('Inspect').click();
    await phone().getByText('See tables').click();
    const marked = workbench().page.locator('.part.editor .view-overlays .selected-text').first();
    await marked.waitFor();
    await line('"label": "See tables"').waitFor();
    await workbench().page.keyboard.press('Escape');
    if ((await button('Inspect').getAttribute('aria-pressed')) === 'true') await button('Inspect').click();
  });

  it('answers in the place of the endpoint', async () => {
    await phone().getByRole('button', { name: 'See tables' }).click();
    await preview().getByText('"guest": "Ada"').first().waitFor();
    await takePicture(workbench(), 'answering a request');
    await button('Answer').click();
    await phone().getByText('In the garden').waitFor();
  });

  it('plays it to its end and reads what the webhook gets', async () => {
    await phone().getByText('In the garden').click();
    await phone().getByRole('button', { name: 'Choose' }).click();
    await phone().getByRole('button', { name: 'Book' }).click();
    await preview().getByRole('tab', { name: 'Events' }).click();
    await preview().getByText('The flow is complete.').waitFor();
    await preview().getByText('nfm_reply').first().waitFor();
    await takePicture(workbench(), 'a flow played to its end');
  });

  it('sees its screens and ways, and which of them have been walked', async () => {
    await line('"routing_model"').click();
    await workbench().runCommand(`CAMS Flows: ${workbench().title('command.flowMap.open')}`);
    const map = workbench().webview;
    await map.getByText('CONFIRM').first().waitFor();
    await map
      .getByText(/1 path, 1 walked|walked/i)
      .first()
      .waitFor();
    await takePicture(workbench(), 'flow map');
  });
});
