import { l10n, Uri } from 'vscode';
import { isNode } from '../explorer/nodes';
import { isSpaceRef } from '../flows/types';
import { accountTarget, spaceTarget } from './accountTarget';
import type { Command } from './command';
import { newFlow } from './lifecycle/newFlow';
import { fileSource } from './lifecycle/sources';

/** Called on a space, or on nothing; with `{ file }` when a file is dropped onto a space. */
export const flowCreate: Command = async (parts, args) => {
  const given = isNode(args[0]) || isSpaceRef(args[0]);
  const space = given ? await spaceTarget(parts, args) : undefined;
  if (space === undefined && (given || (await accountTarget(parts, args)) === undefined)) return;
  const file = fileIn(args[1]);
  await newFlow(parts, {
    title: l10n.t('Create Flow'),
    space: space && { accountId: space.accountId, spaceId: space.spaceId },
    source: file && (await fileSource(file)),
  });
};

function fileIn(value: unknown): Uri | undefined {
  if (typeof value !== 'object' || value === null || !('file' in value)) return undefined;
  return value.file instanceof Uri ? value.file : undefined;
}
