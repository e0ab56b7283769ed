import type { Command } from './command';

export const accountSignIn: Command = async () => {
  throw new Error('not built yet: camsFlows.account.signIn');
};
