import type { Command } from './command';

export const flowRename: Command = () => Promise.reject(new Error('not built'));
