import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ourLanguage } from '../platform/ourLanguage';

/** The page of a panel of ours. */
export interface PageSource {
  /** Where the scripts and styles lie: the only folder that the page may read. */
  readonly folder: vscode.Uri;
  /** `<name>.js` and `<name>.css` in that folder. */
  readonly name: string;
  /** What this page may load besides them, as directives of a Content Security Policy: `img-src data:`. */
  readonly allowed: readonly string[];
}

/**
 * A page that may do nothing but run our script. It names no flow, no text and no link: those come by message, so that
 * nothing of them can ever become markup. It may read its own styles (`crossorigin`): pictures are made with them.
 */
export function pageHtml(webview: vscode.Webview, { folder, name, allowed }: PageSource): string {
  const nonce = randomBytes(16).toString('base64url');
  const asset = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    ...allowed,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(ourLanguage())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" crossorigin href="${escapeAttribute(asset(`${name}.css`))}">
</head>
<body>
<script nonce="${nonce}" src="${escapeAttribute(asset(`${name}.js`))}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
