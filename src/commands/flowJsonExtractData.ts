import type { Command } from './command';

export const flowJsonExtractData: Command = async ({ language }, args) => {
  const { refactor } = await language();
  await refactor.extractData(args);
};
