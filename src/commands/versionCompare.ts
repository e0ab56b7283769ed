import type { Command } from './command';

export const versionCompare: Command = () => Promise.reject(new Error('not built'));
