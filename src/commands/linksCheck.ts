import type { Command } from './command';

export const linksCheck: Command = () => Promise.reject(new Error('not built'));
