import type { Command } from './command';

export const flowSetCategories: Command = () => Promise.reject(new Error('not built'));
