import type { Command } from './command';

export const flowMapExport: Command = async ({ local }) => {
  await (await local()).maps.exportSvg();
};
