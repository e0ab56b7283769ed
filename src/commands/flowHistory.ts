import type { Command } from './command';

export const flowHistory: Command = () => Promise.reject(new Error('not built'));
