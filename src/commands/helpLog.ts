import type { Command } from './command';

export const helpLog: Command = ({ log }) => {
  log.show();
  return Promise.resolve();
};
