import type { Command } from './command';

export const flowCompare: Command = () => Promise.reject(new Error('not built'));
