import path from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../host/paths';
import { serve, type Site } from '../site';
import { styleOf, themes } from './themes';

/** As strict as the panel's own. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";

/** The page of the local preview as the extension ships it, at `/light`, `/dark` and `/contrast`. */
export async function servePanel(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: { local: path.join(projectFolder, 'src/webview/local/main.tsx') },
    bundle: true,
    write: false,
    outdir: '/',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { DEVELOPMENT: 'true' },
    logLevel: 'warning',
  });
  const encoder = new TextEncoder();
  const files = new Map(outputFiles.map(({ path: file, contents }) => [`/${path.basename(file)}`, contents]));
  for (const [name, theme] of Object.entries(themes)) {
    files.set(`/${name}.css`, encoder.encode(styleOf(theme)));
    files.set(`/${name}`, encoder.encode(pageIn(name, theme.classes)));
  }
  return serve(files, policy);
}

function pageIn(theme: string, classes: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Local preview</title>
<link rel="stylesheet" href="/${theme}.css">
<link rel="stylesheet" href="/local.css">
<link rel="icon" href="data:,">
</head>
<body class="${classes}"><script src="/local.js"></script></body>
</html>`;
}
