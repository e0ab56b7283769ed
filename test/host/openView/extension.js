const vscode = require('vscode');

exports.activate = () => vscode.commands.executeCommand('camsFlows.flows.focus');
