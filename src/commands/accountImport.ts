import * as vscode from 'vscode';
import { importAccount } from '../accounts/signIn';
import type { Command } from './command';

export const accountImport: Command = async ({ accounts }) => {
  await importAccount(accounts);
  await vscode.commands.executeCommand('camsFlows.flows.focus');
};
