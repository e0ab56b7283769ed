import { l10n } from 'vscode';

/** The size of a text as people say it. */
export function sizeOf({ byteLength }: Pick<Uint8Array, 'byteLength'>): string {
  if (byteLength < 1_000) return l10n.t('{0} bytes', byteLength);
  if (byteLength < 1_000_000) return l10n.t('{0} KB', (byteLength / 1_000).toFixed(1));
  return l10n.t('{0} MB', (byteLength / 1_000_000).toFixed(1));
}
