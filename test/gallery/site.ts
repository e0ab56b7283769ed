import http from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { projectFolder } from '../host/paths';

/** As strict as the panels' policy: no style attribute, no inline script, pictures of the flow only. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src data:',
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>CAMS Flows: the gallery of the player</title>
<link rel="stylesheet" href="/gallery.css">
<link rel="icon" href="data:,">
</head>
<body><script src="/gallery.js"></script></body>
</html>`;

export interface Site {
  readonly url: string;
  close(): void;
}

/** Builds the gallery and serves it on loopback. */
export async function serveGallery(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: { gallery: path.join(projectFolder, 'test/gallery/page/main.tsx') },
    bundle: true,
    write: false,
    outdir: '/',
    assetNames: '[name]',
    platform: 'browser',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    define: { DEVELOPMENT: 'true' },
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map(({ path: file, contents }) => [`/${path.basename(file)}`, contents]));
  files.set('/', new TextEncoder().encode(page));
  return serve(files, policy);
}

/** Serves files on loopback, by their paths. */
export async function serve(files: ReadonlyMap<string, Uint8Array>, policy: string): Promise<Site> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const content = files.get(pathname);
    response.writeHead(content ? 200 : 404, {
      'Content-Type': types[path.extname(pathname) || '.html'] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
