import type { Command } from './command';

export const linksEnvironment: Command = () => Promise.reject(new Error('not built'));
