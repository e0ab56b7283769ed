import type { Command } from './command';

export const linkCompare: Command = () => Promise.reject(new Error('not built'));
