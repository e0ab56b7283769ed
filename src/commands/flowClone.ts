import type { Command } from './command';

export const flowClone: Command = () => Promise.reject(new Error('not built'));
