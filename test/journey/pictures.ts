import { packageExtension } from '../host/package';
import { step } from '../host/progress';
import { startSimulator } from '../simulator';
import { takePicture } from './picture';
import { expandSpace, openJson, openLocalPreview, openPreview, signIn } from './steps';
import { Workbench } from './workbench';

/** The README's pictures, drawn anew from a real run. */
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const FOLDER = 'media/pictures';

async function draw(extension: string, name: string, theme: string): Promise<void> {
  const simulator = await startSimulator();
  const workbench = await Workbench.open({
    extensions: [extension],
    settings: { 'camsFlows.endpoint': simulator.endpoint, 'editor.minimap.enabled': false },
    theme,
    size: { width: 1440, height: 900 },
  });
  try {
    await signIn(workbench, simulator);
    await workbench.setSidebarWidth(420);
    await expandSpace(workbench, 'Lotus Clinic', 'Book an appointment');
    await openJson(workbench, 'Book an appointment');
    await openPreview(workbench);
    await takePicture(workbench, `overview-${name}`, FOLDER);
    await workbench.page.keyboard.press('Control+W');
    await openLocalPreview(workbench);
    await takePicture(workbench, `local-preview-${name}`, FOLDER);
  } finally {
    await workbench.close();
    await simulator.close();
  }
}

async function drawAll(): Promise<void> {
  const extension = await step('Packaging the extension', packageExtension);
  for (const [name, theme] of Object.entries(themes)) {
    await step(`Drawing the ${name} picture`, () => draw(extension, name, theme));
  }
}

drawAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
