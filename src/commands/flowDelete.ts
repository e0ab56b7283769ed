import type { Command } from './command';

export const flowDelete: Command = () => Promise.reject(new Error('not built'));
