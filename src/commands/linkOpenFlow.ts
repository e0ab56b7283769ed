import type { Command } from './command';

export const linkOpenFlow: Command = () => Promise.reject(new Error('not built'));
