import type { Command } from './command';

export const previewOpenInBrowser: Command = async ({ previews }) => previews.active?.openInBrowser();
