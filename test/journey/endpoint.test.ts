import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startReferenceEndpoint, type ReferenceEndpoint } from '../endpoint/endpoint';
import { projectFolder } from '../host/paths';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { openFile, openLocalPreview } from './steps';
import { useWorkbench } from './useWorkbench';

describe('a person who tries a flow out with their own endpoint', () => {
  const name = 'booking.flow.json';
  const file = path.join(projectFolder, 'test/endpoint', name);
  const flow: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  let endpoint: ReferenceEndpoint;
  const workbench = useWorkbench(async () => {
    endpoint = await startReferenceEndpoint();
    return {
      extensions: [packagedExtension()],
      settings: { 'editor.minimap.enabled': false, 'files.autoSave': 'off' },
      size: { width: 1600, height: 1000 },
    };
  });
  after(() => endpoint.close());

  const preview = () => workbench().webview;
  const phone = () => preview().locator('.wf-player').first();
  const button = (label: string) => preview().getByRole('button', { name: label, exact: true });

  const ask = async (): Promise<void> => {
    await phone().getByRole('textbox').fill('Ada');
    await phone().getByText('Tuesday').click();
    await phone().getByRole('button', { name: 'See times' }).click();
  };

  /** Notifications lie over the buttons of the endpoint. */
  const clear = async (text: string): Promise<void> => {
    const told = workbench().notification(text);
    await told.hover();
    await told.locator('[aria-label^="Clear Notification"]').click();
  };

  it('connects it, with keys that are made here', async () => {
    await openFile(workbench(), name, flow);
    await workbench().editorLines.filter({ hasText: '"version"' }).waitFor();
    await openLocalPreview(workbench());
    await preview().getByRole('tab', { name: 'Answers' }).click();
    await button('Connect…').click();
    await workbench().type('Address of your endpoint', endpoint.address);
    await workbench().pick('Make a key pair');
    await workbench().type('App secret', '');
    assert.equal(endpoint.count, 0, 'nothing is sent before the person agrees');
    await workbench().dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await preview().getByText('Your endpoint answers this flow.').waitFor();
    await clear('The endpoint needs the private key');
  });

  it('is told that the endpoint has another key', async () => {
    await ask();
    await preview().locator('.own-endpoint').getByText('are no pair').waitFor();
    assert.deepEqual(endpoint.requests, []);
  });

  it('gives the endpoint its private key', async () => {
    await button('Keys…').click();
    await workbench().pick('Copy Private Key');
    await workbench().dialog.getByRole('button', { name: 'Copy Private Key' }).click();
    await workbench().statusBar.getByText('The private key is in the clipboard.').waitFor();
    const privateKey = await workbench().page.evaluate(() => navigator.clipboard.readText());
    const port = Number(new URL(endpoint.address).port);
    await endpoint.close();
    endpoint = await startReferenceEndpoint({ port, privateKey });
    await button('Check').click();
    await clear('answers as it should');
  });

  it('sees what it answers', async () => {
    await phone().getByRole('button', { name: 'See times' }).click();
    await phone().getByText('14:30').click();
    assert.deepEqual((endpoint.requests.at(-1) as { data: unknown }).data, {
      full_name: 'Ada',
      day: 'tuesday',
    });
    await takePicture(workbench(), 'an endpoint that answers');
  });

  it('answers in its place when it takes too long', async () => {
    endpoint.mood = 'silent';
    await phone().getByRole('button', { name: 'Book' }).click();
    await preview().getByText('of at most 10 seconds').waitFor();
    await button('Cancel').click();
    await button('Answer').click();
    await preview().getByRole('tab', { name: 'Events' }).click();
    await preview().getByText('The flow is complete.').waitFor();
  });

  it('disconnects it, and nothing is sent any more', async () => {
    const before = endpoint.count;
    await preview().getByRole('tab', { name: 'Answers' }).click();
    await button('Disconnect…').click();
    await workbench().pick('Disconnect and keep the keys');
    await preview().getByText('Not connected').waitFor();
    await button('Restart with Data').click();
    await ask();
    await button('Answer and Keep as Rule').waitFor();
    assert.equal(endpoint.count, before);
  });
});
