import { startSimulator, type Simulator } from '../simulator';
import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { expandSpace, openJson, openPreview, signIn } from './steps';
import { useWorkbench } from './useWorkbench';

const SPACE = 'Lotus Clinic';
const FLOW = 'Book an appointment';

describe('a person who reads Chinese and needs high contrast', () => {
  let simulator: Simulator;
  const workbench = useWorkbench(async () => {
    simulator = await startSimulator();
    return {
      extensions: [packagedExtension()],
      settings: { 'camsFlows.endpoint': simulator.endpoint, 'editor.minimap.enabled': false },
      theme: 'Default High Contrast',
      size: { width: 1440, height: 900 },
      locale: 'zh-cn',
    };
  });
  after(() => simulator.close());

  it('opens the view', async () => {
    await workbench().openView();
    await workbench().welcome.waitFor();
    await takePicture(workbench(), 'zh-hc-welcome');
  });

  it('signs in and sees a flow and its preview', async () => {
    await signIn(workbench(), simulator);
    await workbench().setSidebarWidth(420);
    await expandSpace(workbench(), SPACE, FLOW);
    await openJson(workbench(), FLOW);
    await openPreview(workbench());
    await takePicture(workbench(), 'zh-hc-preview');
  });

  const button = (english: string) =>
    workbench().webview.getByRole('button', { name: workbench().text(english) });

  it('sets options', async () => {
    await button('Options').click();
    await workbench().webview.getByLabel(workbench().text('Interactive')).check();
    await workbench().webview.locator('#action').selectOption('navigate');
    await button('Apply').click();
    await workbench()
      .webview.getByText(workbench().text('Navigate needs a payload that names the first screen.'))
      .waitFor();
    await takePicture(workbench(), 'zh-hc-options');
    await workbench().page.keyboard.press('Escape');
  });

  it('sees the QR code', async () => {
    await button('QR Code').click();
    await workbench().webview.getByRole('dialog').waitFor();
    await takePicture(workbench(), 'zh-hc-qr');
    await workbench().page.keyboard.press('Escape');
    await workbench().webview.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('sees why a flow has neither JSON nor preview', async () => {
    const refusal = { kind: 'error', status: 403, code: 'NoPermission' } as const;
    simulator.faults.order('GetFlowJSONAssest', refusal);
    simulator.faults.order('GetFlowPreviewUrl', refusal);
    await workbench().row('就诊满意度调查').click();
    await workbench().editorLines.filter({ hasText: 'cams:GetFlowJSONAssest' }).waitFor();
    await workbench().page.locator('.part.editor .codelens-decoration').waitFor();
    await workbench().rowAction(workbench().row('就诊满意度调查'), workbench().title('command.flow.preview'));
    await workbench().webview.getByText('cams:GetFlowPreviewUrl').waitFor();
    await takePicture(workbench(), 'zh-hc-refused');
    simulator.faults.clear();
  });

  it('sees that the keys are refused', async () => {
    simulator.keys.disabled = true;
    await workbench().runCommand(`CAMS Flows: ${workbench().title('command.flows.refresh')}`);
    const row = workbench().row(workbench().text('keys no longer accepted'));
    await row.waitFor();
    await row.hover();
    await takePicture(workbench(), 'zh-hc-keys-refused');
  });
});
