import type { Command } from './command';

export const linkMerge: Command = () => Promise.reject(new Error('not built'));
