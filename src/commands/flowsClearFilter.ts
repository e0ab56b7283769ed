import type { Command } from './command';

export const flowsClearFilter: Command = ({ explorer }) => {
  explorer.setFilter('');
  return Promise.resolve();
};
