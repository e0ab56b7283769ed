import path from 'node:path';

/** Where the launcher keeps what VS Code says: too much to be shown unless a run ends without a result. */
export const launcherLog = (userDataDir: string): string => path.join(userDataDir, 'launcher.log');
