import * as vscode from 'vscode';
import { signIn } from '../accounts/signIn';
import type { Command } from './command';

export const accountSignIn: Command = async ({ accounts }) => {
  await signIn(accounts);
  await vscode.commands.executeCommand('camsFlows.flows.focus');
};
