import assert from 'node:assert/strict';
import { startSimulator, type Simulator } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { previewPage } from './steps';
import { useWorkbench } from './useWorkbench';

const FLOW = 'Pesan kopi';

describe('a person with a keyboard and no mouse', () => {
  let simulator: Simulator;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator();
    return {
      extensions: [packagedExtension()],
      settings: { 'camsFlows.endpoint': simulator.endpoint, 'editor.minimap.enabled': false },
      theme: 'Default Light Modern',
      size: { width: 1440, height: 900 },
    };
  });
  after(() => simulator.close());

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => workbench().page.keyboard.press(key)), Promise.resolve());
  const focusedRow = () => workbench().rows.and(workbench().page.locator('.focused'));
  const inPanel = () => workbench().webview.locator(':focus');

  it('signs in from the palette and stands in the tree', async () => {
    const { accessKeyId, accessKeySecret } = simulator.keys;
    await workbench().runCommand('CAMS Flows: Sign In…');
    await workbench().quickInputTitle.filter({ hasText: '(1/4)' }).waitFor();
    await press('Enter');
    await workbench().type('(2/4)', accessKeyId);
    await workbench().type('(3/4)', accessKeySecret);
    await workbench().quickInputTitle.filter({ hasText: '(4/4)' }).waitFor();
    await press('Enter');
    await workbench().row('Nusantara Retail').waitFor();
    await workbench().page.locator('.part.sidebar .monaco-list:focus').waitFor();
  });

  it('opens a flow, whose row says what it is', async () => {
    await press('Home');
    await focusedRow().filter({ hasText: 'Nusantara Retail' }).waitFor();
    // Spaces that have just been listed may be drawn anew under the key.
    const space = workbench().row('Nusantara Retail');
    while ((await space.getAttribute('aria-expanded')) !== 'true') await press('Home', 'ArrowRight');
    const row = workbench().row(/Pesan kopi.*PUBLISHED/);
    await row.waitFor();
    const { id } = [...simulator.account.spaces[0]!.flows.values()].find(({ name }) => name === FLOW)!;
    assert.equal(await row.getAttribute('aria-label'), `${FLOW}, status PUBLISHED, ID ${id}`);
    assert.equal(await row.getAttribute('aria-level'), '2');
    assert.equal(await row.getAttribute('aria-expanded'), 'false');
    while (!(await focusedRow().innerText()).includes(FLOW)) await press('ArrowDown');
    await takePicture(workbench(), 'keyboard-tree');
    await press('Enter');
    await workbench().tab(`${FLOW}.flow.json`).waitFor();
    await workbench().editorLines.filter({ hasText: '"version"' }).waitFor();
  });

  it('reaches everything in the preview, in the order in which it is drawn', async () => {
    await workbench().runCommand('CAMS Flows: Preview Flow');
    await previewPage(workbench()).locator('.phone').waitFor();
    const order: (string | null)[] = [];
    for (let i = 0; i < 7; i++) {
      await press('Tab');
      order.push(
        await inPanel().evaluate((element) => element.getAttribute('aria-label') ?? element.textContent),
      );
    }
    assert.deepEqual(order, ['Reload', 'Open in Browser', 'Copy Link', 'QR Code', 'Fit', '100%', 'Options']);
    await takePicture(workbench(), 'keyboard-preview');
  });

  it('opens the options and leaves them', async () => {
    await press('Enter');
    await workbench().webview.getByLabel('Interactive').and(inPanel()).waitFor();
    await takePicture(workbench(), 'keyboard-options');
    await press('Escape');
    await workbench().webview.locator('#options-toggle:focus').waitFor();
  });

  it('opens the QR code and leaves it', async () => {
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await workbench()
      .webview.getByRole('dialog')
      .getByRole('button', { name: 'Close' })
      .and(inPanel())
      .waitFor();
    await takePicture(workbench(), 'keyboard-qr');
    await press('Escape');
    await workbench().webview.getByRole('button', { name: 'QR Code' }).and(inPanel()).waitFor();
  });
});
