import type { Command } from './command';

export const flowSetEndpoint: Command = () => Promise.reject(new Error('not built'));
