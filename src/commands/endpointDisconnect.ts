import { window } from 'vscode';
import type { Command } from './command';
import { flowDocument } from './flowDocument';

export const endpointDisconnect: Command = async (parts, args) => {
  const { endpoints, previews } = await parts.local();
  const uri = flowDocument(parts, args) ?? previews.active?.uri ?? window.activeTextEditor?.document.uri;
  if (uri !== undefined) await endpoints.disconnect(uri);
};
