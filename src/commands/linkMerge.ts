import * as vscode from 'vscode';
import { flowRefOf } from '../documents/flowUri';
import type { Command } from './command';
import { mergeDocument } from './linking/mergeDocument';
import { mergeLink } from './linking/mergeLink';
import { linkTarget } from './linking/targets';

export const linkMerge: Command = async (parts, args) => {
  const [given] = args;
  const uri = given instanceof vscode.Uri ? given : args.length === 0 ? front() : undefined;
  if (uri !== undefined && flowRefOf(uri) !== undefined) return mergeDocument(parts, uri);
  const link = await linkTarget(parts, args, vscode.l10n.t('Merge which file with its flow?'));
  if (link !== undefined) await mergeLink(parts, link);
};

function front(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}
