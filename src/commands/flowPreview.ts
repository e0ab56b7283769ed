import { Uri } from 'vscode';
import type { Command, Parts } from './command';
import { flowTarget } from './flowTarget';

export const flowPreview: Command = async (parts, args) => {
  const ref = linkedFlow(parts, args[0]) ?? (await flowTarget(parts, args));
  if (ref !== undefined) await parts.previews.open(ref);
};

/** The flow that a file is linked to: what CAMS has of it can be compared with the text beside it. */
function linkedFlow({ links }: Parts, value: unknown) {
  return value instanceof Uri ? links.of(value)?.link.ref : undefined;
}
