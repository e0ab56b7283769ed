import { takePicture } from './picture';
import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * Gives the tests of the `describe` around it one window, which they walk through one after the other. When one
 * of them fails there is a picture of what the window showed, and the rest of the way is not walked.
 */
export function useWorkbench(options: () => WorkbenchOptions | Promise<WorkbenchOptions>): () => Workbench {
  let workbench: Workbench | undefined;
  let failed = false;

  before(async () => {
    workbench = await Workbench.open(await options());
  });
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || failed || !workbench) return;
    failed = true;
    await takePicture(workbench, `failed ${this.currentTest.title}`);
  });
  after(() => workbench?.close());

  return () => {
    if (!workbench) throw new Error('The window opens just before the first test.');
    return workbench;
  };
}
