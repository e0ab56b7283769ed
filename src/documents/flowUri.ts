import * as vscode from 'vscode';
import type { FlowRef } from '../flows/types';
import { baseName } from '../platform/baseName';
import { extension, fileNameOf } from './fileName';

export const scheme = 'cams-flow';

/** Stands for the account's default space, whose id is ''. */
const DEFAULT_SPACE = '-';

/**
 * `cams-flow://<account>/<space or '-'>/<flow id>/<name>.flow.json`. All that is needed to read the flow
 * again after a restart, nothing secret. The name is for the eye only: see `flowRefOf`.
 */
export function flowUri(ref: FlowRef, name?: string): vscode.Uri {
  const folder = [ref.spaceId === '' ? DEFAULT_SPACE : encode(ref.spaceId), encode(ref.flowId)];
  const file = fileNameOf(name, ref.flowId);
  return vscode.Uri.from({ scheme, authority: ref.accountId, path: `/${[...folder, file].join('/')}` });
}

/**
 * The flow that a URI stands for, whatever name it carries; undefined for everything else, also for the
 * neighbouring files that tools look for (`.editorconfig`, `package.json`).
 */
export function flowRefOf(uri: vscode.Uri): FlowRef | undefined {
  if (uri.scheme !== scheme || uri.authority === '') return undefined;
  const [, space, flow, file, ...rest] = uri.path.split('/');
  if (!space || !flow || !file?.endsWith(extension) || rest.length > 0) return undefined;
  const spaceId = space === DEFAULT_SPACE ? '' : decode(space);
  const flowId = decode(flow);
  if (spaceId === undefined || flowId === undefined) return undefined;
  return { accountId: uri.authority, spaceId, flowId };
}

/** One text for one flow, to look it up by. */
export function flowKey({ accountId, spaceId, flowId }: FlowRef): string {
  return JSON.stringify([accountId, spaceId, flowId]);
}

/** The name in a URI of ours, without the extension. */
export function nameIn(uri: vscode.Uri): string {
  return baseName(uri).slice(0, -extension.length);
}

/**
 * Percent-encoding with '~' for '%': VS Code encodes and decodes the path of a URI as it passes it on,
 * and an id that is encoded with '%' would have to survive that every time. Dots are encoded in front,
 * lest an id be taken for "this folder".
 */
function encode(id: string): string {
  if (id === DEFAULT_SPACE) return '~2D';
  return encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/[!'()*~]|^\./g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('%', '%25').replaceAll('~', '%'));
  } catch {
    return undefined;
  }
}
