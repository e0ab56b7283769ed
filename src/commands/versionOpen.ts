import type { Command } from './command';

export const versionOpen: Command = () => Promise.reject(new Error('not built'));
