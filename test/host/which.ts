const UPDATE_HOST = 'https://update.code.visualstudio.com/api/releases/stable';
const PATIENCE_MS = 2500;

/**
 * Which VS Code runs the integration tests: the desktop one, downloaded by `@vscode/test-electron`, where it
 * can be had and has a screen, else the one from npm. `CAMS_FLOWS_TEST_HOST` decides where it is set.
 */
export async function whichVsCode(): Promise<'desktop' | 'npm'> {
  const asked = process.env['CAMS_FLOWS_TEST_HOST'];
  if (asked === 'desktop' || asked === 'npm') return asked;
  if (asked) throw new Error(`CAMS_FLOWS_TEST_HOST is "${asked}": it must be "desktop" or "npm".`);
  if (process.platform !== 'linux') return 'desktop';
  if (!hasScreen()) return 'npm';
  return (await isReachable(UPDATE_HOST)) ? 'desktop' : 'npm';
}

export const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

async function isReachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}
