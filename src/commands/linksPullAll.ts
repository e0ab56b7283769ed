import type { Command } from './command';

export const linksPullAll: Command = () => Promise.reject(new Error('not built'));
