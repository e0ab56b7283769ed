import type { Command } from './command';

export const linkAdd: Command = () => Promise.reject(new Error('not built'));
