import * as vscode from 'vscode';

/**
 * Settings that decide where keys and flows are sent, or what reaches CAMS unasked. All of them have application scope, and
 * only the person's own value counts: whatever a workspace brings along is not looked at.
 */
export interface Settings {
  readonly region: string;
  /** Own host of CAMS, with or without a scheme; '' for the region's public one. Kept with the account that signs in. */
  readonly endpoint: string;
  /** Own host of STS; '' for the region's public one. */
  readonly stsEndpoint: string;
  /** How CAMS is told where an uploaded file is: FilePathShape of cams. A pattern may be useless; the upload says so. */
  readonly filePath: 'bare' | 'presigned' | { readonly pattern: string };
  /** What becomes of saving a flow that has errors. */
  readonly saveWithErrors: 'ask' | 'block' | 'allow';
}

export function readSettings(): Settings {
  const section = vscode.workspace.getConfiguration('camsFlows');
  // Policies of an organisation arrive as defaults.
  const read = (key: string): string => {
    const { globalValue, defaultValue } = section.inspect(key) ?? {};
    const value = globalValue ?? defaultValue;
    return typeof value === 'string' ? value.trim() : '';
  };
  const filePath = read('upload.filePath');
  const withErrors = read('save.withErrors');
  return {
    region: read('region') || 'ap-southeast-1',
    endpoint: read('endpoint'),
    stsEndpoint: read('stsEndpoint'),
    filePath:
      filePath === '' || filePath === 'bare'
        ? 'bare'
        : filePath === 'presigned'
          ? filePath
          : { pattern: filePath },
    saveWithErrors: withErrors === 'block' || withErrors === 'allow' ? withErrors : 'ask',
  };
}
