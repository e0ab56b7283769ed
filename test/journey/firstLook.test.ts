import { packagedExtension } from './journey';
import { takePicture } from './picture';
import { useWorkbench } from './useWorkbench';

describe('a person who has just installed the extension', () => {
  const workbench = useWorkbench(() => ({ extensions: [packagedExtension()] }));

  it('opens the view and reads how to begin', async () => {
    await workbench().openView();
    await workbench().welcome.filter({ hasText: 'Sign In' }).waitFor();
    await takePicture(workbench(), 'first-look');
  });
});
