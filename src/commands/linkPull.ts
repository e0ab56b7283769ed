import type { Command } from './command';

export const linkPull: Command = () => Promise.reject(new Error('not built'));
