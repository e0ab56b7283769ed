import type { Command } from './command';

export const flowReplaceJson: Command = () => Promise.reject(new Error('not built'));
