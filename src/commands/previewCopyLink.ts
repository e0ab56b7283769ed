import type { Command } from './command';

export const previewCopyLink: Command = async ({ previews }) => previews.active?.copyLink();
