import type { Command } from './command';

export const flowPublish: Command = () => Promise.reject(new Error('not built'));
