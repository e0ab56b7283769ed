import type { Command } from './command';

export const linkRemove: Command = () => Promise.reject(new Error('not built'));
