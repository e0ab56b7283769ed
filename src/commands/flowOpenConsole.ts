import * as vscode from 'vscode';
import type { Command } from './command';

/** The console documents no address for a single flow or space: a person finds it from here. */
const CONSOLE = 'https://chatapp.console.alibabacloud.com/';

export const flowOpenConsole: Command = async () => {
  await vscode.env.openExternal(vscode.Uri.parse(CONSOLE));
};
