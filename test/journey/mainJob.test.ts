import assert from 'node:assert/strict';
import { startSimulator, type Simulator } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { expandSpace, openJson, openPreview, previewPage } from './steps';
import { useWorkbench } from './useWorkbench';

const SPACE = 'Nusantara Retail';
const FLOW = 'Pesan kopi';

describe('a flow developer with an AccessKey', () => {
  let simulator: Simulator;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator({ behaviour: { previewLink: 'newEachCall' } });
    return {
      extensions: [packagedExtension()],
      settings: { 'camsFlows.endpoint': simulator.endpoint },
      theme: 'Default Dark Modern',
      size: { width: 1440, height: 900 },
    };
  });
  after(() => simulator.close());

  const previewLink = () => workbench().webview.locator('iframe').getAttribute('src');
  const linkRequests = () => simulator.requests.of('GetFlowPreviewUrl');

  it('signs in, and is told what is wrong with a mistyped secret', async () => {
    const { accessKeyId, accessKeySecret } = simulator.keys;
    await workbench().openView();
    await workbench().welcome.getByRole('button', { name: 'Sign In' }).click();
    await workbench().pick('AccessKey');
    await workbench().type('AccessKey ID', accessKeyId);
    await takePicture(workbench(), 'sign-in');
    await workbench().type('AccessKey secret', `${accessKeySecret.slice(0, -1)}x`);
    await workbench().quickInputMessage.filter({ hasText: 'secret does not fit' }).waitFor();
    await takePicture(workbench(), 'wrong-secret');
    await workbench().type('', accessKeySecret);
    await workbench().type('A name for this account', 'Samudra Partners');
    await workbench().row(SPACE).waitFor();
  });

  it('finds a flow with its ID and status', async () => {
    await expandSpace(workbench(), SPACE, FLOW);
    await takePicture(workbench(), 'flows');
  });

  it('opens its JSON', async () => {
    await openJson(workbench(), FLOW);
    await takePicture(workbench(), 'json');
  });

  it('sees the preview beside it', async () => {
    await openPreview(workbench());
    await takePicture(workbench(), 'preview');
  });

  it('never sees the link end: it is renewed before', async () => {
    simulator.behaviour.previewLifetime = 12_000;
    await workbench().webview.getByRole('button', { name: 'Reload' }).click();
    await workbench().webview.getByText('less than a minute').waitFor();
    const short = await previewLink();
    simulator.behaviour.previewLifetime = 3_600_000;
    await workbench().webview.getByText('less than a minute').waitFor({ state: 'detached' });
    await previewPage(workbench()).locator('.phone').waitFor();
    assert.notEqual(await previewLink(), short);
    assert.deepEqual(deadPages(), []);
  });

  it('sees what is wrong instead of a dead link when CAMS is away, and the preview when it is back', async () => {
    simulator.behaviour.previewLifetime = 9_000;
    await workbench().webview.getByRole('button', { name: 'Reload' }).click();
    await workbench().webview.getByText('less than a minute').waitFor();
    simulator.faults.order('GetFlowPreviewUrl', { kind: 'reset' });
    await workbench().webview.getByRole('heading', { name: 'CAMS gave no preview link' }).waitFor();
    assert.equal(await workbench().webview.locator('iframe').count(), 0);
    await takePicture(workbench(), 'preview-offline');

    simulator.faults.clear();
    simulator.behaviour.previewLifetime = 3_600_000;
    await workbench().webview.getByRole('button', { name: 'Try Again' }).click();
    await previewPage(workbench()).locator('.phone').waitFor();
    assert.deepEqual(deadPages(), []);
  });

  it('has everything back after the window was reloaded', async () => {
    const asked = linkRequests().length;
    await workbench().reload();
    await previewPage(workbench()).locator('.phone').waitFor();
    await workbench().tab(`${FLOW}.flow.json`).waitFor();
    await workbench().row(SPACE).waitFor();
    assert.ok(linkRequests().length > asked, 'the link was not stored');
    await takePicture(workbench(), 'after-reload');
  });

  /** What the preview site has answered with anything but a living page. */
  const deadPages = () =>
    simulator.requests
      .of({ site: 'preview' })
      .filter(({ status = 200 }) => status >= 400)
      .map(({ status, url }) => `${status} ${url}`);
});
