import * as vscode from 'vscode';

/**
 * Our settings. All of them decide where credentials are sent, so all have application scope: a
 * workspace cannot set them. They are read when an account signs in and kept with the account.
 */
export interface Settings {
  readonly region: string;
  /** Own host of CAMS, with or without a scheme; '' for the region's public one. */
  readonly endpoint: string;
  /** Own host of STS; '' for the region's public one. */
  readonly stsEndpoint: string;
}

export function readSettings(): Settings {
  const section = vscode.workspace.getConfiguration('camsFlows');
  return {
    region: section.get('region', 'ap-southeast-1').trim() || 'ap-southeast-1',
    endpoint: section.get('endpoint', '').trim(),
    stsEndpoint: section.get('stsEndpoint', '').trim(),
  };
}
