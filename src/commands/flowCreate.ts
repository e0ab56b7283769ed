import type { Command } from './command';

export const flowCreate: Command = () => Promise.reject(new Error('not built'));
