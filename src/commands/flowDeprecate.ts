import type { Command } from './command';

export const flowDeprecate: Command = () => Promise.reject(new Error('not built'));
