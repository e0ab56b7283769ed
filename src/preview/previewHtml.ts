import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ourLanguage } from '../platform/ourLanguage';

/**
 * The page around the frame. It names no flow and no link: those come by message. `frameOrigin` is the
 * one origin that may be framed; undefined for none.
 */
export function previewHtml(
  webview: vscode.Webview,
  folder: vscode.Uri,
  frameOrigin: string | undefined,
): string {
  const nonce = randomBytes(16).toString('base64url');
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `frame-src ${frameOrigin ?? `'none'`}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(ourLanguage())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeAttribute(asset('preview.css'))}">
</head>
<body>
<script nonce="${nonce}" src="${escapeAttribute(asset('preview.js'))}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
