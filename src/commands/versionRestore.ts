import type { Command } from './command';

export const versionRestore: Command = () => Promise.reject(new Error('not built'));
