import * as vscode from 'vscode';
import type { Flow } from '../../flowjson/model/flow';
import type { FlowMap, Thumbnails } from '../../webview/map/contract';
import { translate } from '../../platform/translate';
import { saveFile } from '../saveFile';
import { graphOf } from './model';
import { svgOf } from './svg';
import { ThumbnailFeed } from './thumbnails';

/** Saves a map as an SVG file, where the person says. */
export async function saveMap(uri: vscode.Uri, flow: Flow, map: FlowMap): Promise<void> {
  const all: Record<string, Thumbnails[string]> = {};
  const feed = new ThumbnailFeed((thumbnails) => void Object.assign(all, thumbnails));
  await feed.draw(flow, graphOf(flow));
  await saveFile(uri, {
    title: vscode.l10n.t('Export Flow Map'),
    name: `${map.name}-map.svg`,
    filters: { SVG: ['svg'] },
    bytes: new TextEncoder().encode(svgOf(map, all, translate)),
  });
}
