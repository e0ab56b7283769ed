import fs from 'node:fs';
import path from 'node:path';
import type { Row } from './row';

const KB = 1024;

/** Sizes of Hex Editor 1.11 as packaged from its 2026-05 sources: a well-made extension of similar reach. */
const hexEditor = { entry: 389 * KB, package: 370 * KB };

export function measureSizes(entryFile: string, packageFile: string): Row[] {
  const entry = fs.statSync(entryFile).size;
  const vsix = fs.statSync(packageFile).size;
  return [
    {
      name: 'entry bundle',
      value: entry / KB,
      unit: 'KB',
      beside: 'Hex Editor 389 KB',
      ratio: entry / hexEditor.entry,
      goal: '≤ 40 KB',
      holds: entry <= 40 * KB,
    },
    {
      name: 'package',
      value: vsix / KB,
      unit: 'KB',
      beside: 'Hex Editor 370 KB',
      ratio: vsix / hexEditor.package,
      goal: '≤ 600 KB',
      holds: vsix <= 600 * KB,
    },
  ];
}

/** Scripts of the panels' pages; `dist` holds the bundles as they are shipped. */
export function measurePages(dist: string): Row[] {
  return [
    { page: 'local', what: 'the local preview', most: 120 },
    { page: 'map', what: 'the map', most: 60 },
    { page: 'preview', what: 'the hosted preview', most: 60 },
  ].map(({ page, what, most }) => {
    const script = fs.statSync(path.join(dist, 'webview', `${page}.js`)).size;
    const style = fs.statSync(path.join(dist, 'webview', `${page}.css`)).size;
    return {
      name: `script of ${what}`,
      value: script / KB,
      unit: 'KB',
      beside: `its style: ${(style / KB).toFixed(0)} KB`,
      ratio: null,
      goal: `≤ ${most} KB`,
      holds: script <= most * KB,
    };
  });
}
