import type { Command } from './command';

export const linksPushAll: Command = () => Promise.reject(new Error('not built'));
