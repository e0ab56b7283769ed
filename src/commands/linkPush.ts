import type { Command } from './command';

export const linkPush: Command = () => Promise.reject(new Error('not built'));
