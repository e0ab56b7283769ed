import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import { flowRefOf, flowUri, scheme as flowScheme } from '../flowUri';

const versionScheme = 'cams-flow-version';

/** The id that stands for what lies on CAMS now. */
export const REMOTE = 'remote';

/** Which text of which flow. */
export interface VersionRef {
  readonly ref: FlowRef;
  /** Of a kept version, or `REMOTE`. */
  readonly id: string;
}

/**
 * `cams-flow-version://<account>/<space>/<flow>/<version id or 'remote'>/<name>.flow.json`. As with `flowUri` the name is
 * for the eye only, and all that is needed to read the text again after a restart is there.
 */
export function versionUri({ ref, id }: VersionRef, name?: string): vscode.Uri {
  const uri = flowUri(ref, name);
  const end = uri.path.lastIndexOf('/');
  const path = `${uri.path.slice(0, end)}/${id}${uri.path.slice(end)}`;
  return vscode.Uri.from({ scheme: versionScheme, authority: uri.authority, path });
}

/** What a URI of `versionUri` stands for; undefined for everything else. */
export function versionRefOf(uri: vscode.Uri): VersionRef | undefined {
  if (uri.scheme !== versionScheme) return undefined;
  const parts = uri.path.split('/');
  const [id] = parts.splice(-2, 1);
  const ref = flowRefOf(uri.with({ scheme: flowScheme, path: parts.join('/') }));
  return ref === undefined || !id ? undefined : { ref, id };
}
