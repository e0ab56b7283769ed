import * as vscode from 'vscode';
import type { Command } from './command';

export const helpWalkthrough: Command = async () => {
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    'cams-flows.cams-flows#camsFlows.start',
    false,
  );
};
