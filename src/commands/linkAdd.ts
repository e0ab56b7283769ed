import * as vscode from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import { askChoice, back, unlessDismissed } from '../accounts/steps';
import { extension } from '../documents/fileName';
import { flowRefOf } from '../documents/flowUri';
import { isNode } from '../explorer/nodes';
import { isFlowRef, type FlowRef } from '../flows/types';
import type { Command, Parts } from './command';
import { pickFlow } from './flowPick';
import { newFlow } from './lifecycle/newFlow';
import { fileSource } from './lifecycle/sources';
import { askFile } from './linking/askFile';
import { join } from './linking/join';
import { pathOf } from './linking/texts';
import { hasWorkspace } from './linking/workspace';

/** Called on a flow, on a file, or on nothing: then on what is in front of the person. */
export const linkAdd: Command = async (parts, args) => {
  if (!(await hasWorkspace())) return;
  await parts.links.load();
  const given = args[0] ?? vscode.window.activeTextEditor?.document.uri;
  const file = given instanceof vscode.Uri && given.path.endsWith(extension) ? given : undefined;
  const ref = flowIn(given);
  if (ref !== undefined) return linkFlow(parts, ref);
  if (file !== undefined) return linkFile(parts, file);
  if (args[0] instanceof vscode.Uri) throw notAFlowFile(args[0]);
  const picked = await pickFlow(parts, vscode.l10n.t('Link which flow to a file?'));
  if (picked !== undefined) await linkFlow(parts, picked);
};

function flowIn(value: unknown): FlowRef | undefined {
  if (value instanceof vscode.Uri) return flowRefOf(value);
  if (isNode(value)) return value.kind === 'flow' ? value.ref : undefined;
  return isFlowRef(value) ? value : undefined;
}

async function linkFlow(parts: Parts, ref: FlowRef): Promise<void> {
  const file = await askFile(parts, ref);
  if (file !== undefined) await join(parts, file, ref);
}

async function linkFile(parts: Parts, file: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t('Link {0}', pathOf(file));
  const choices = [
    {
      label: vscode.l10n.t('Flow on CAMS…'),
      detail: vscode.l10n.t('Links the file to a flow that is there already. Neither is changed.'),
      value: () => pickFlow(parts, vscode.l10n.t('Link the file to which flow?')),
    },
    {
      label: vscode.l10n.t('New Flow from This File…'),
      detail: vscode.l10n.t('Creates a flow on CAMS with the JSON of the file, and links the two.'),
      value: async () =>
        newFlow(parts, { title: vscode.l10n.t('Create Flow'), source: await fileSource(file) }),
    },
  ];
  const placeholder = vscode.l10n.t('To which flow?');
  const choice = await unlessDismissed(askChoice({ title, placeholder, choices }));
  const ref = choice === undefined || choice === back ? undefined : await choice();
  if (ref !== undefined) await join(parts, file, ref);
}

function notAFlowFile(file: vscode.Uri): AdviceError {
  return new AdviceError(
    vscode.l10n.t('The file {0} cannot be linked to a flow.', pathOf(file)),
    vscode.l10n.t('Its name must end in .flow.json.'),
  );
}
