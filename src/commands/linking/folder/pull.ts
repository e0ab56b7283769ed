import * as vscode from 'vscode';
import { sentenceOf } from '../../../accounts/explain';
import { extension, safeName } from '../../../documents/fileName';
import type { Flow } from '../../../flows/types';
import { folded } from '../../../links/manifest/paths';
import type { Link, LinkResult } from '../../../links/types';
import type { Report } from '../../../platform/progress';
import type { Parts } from '../../command';
import { flowName } from '../texts';
import { linkAll } from './link';
import type { Place } from './place';
import type { Pairing } from './plan';
import type { FolderRow } from './rows';

/** Links each flow to a new file and pulls it, and what was linked before. No file that is there is overwritten. */
export async function pullAll(
  parts: Parts,
  place: Place,
  { flows, missing }: { flows: readonly Flow[]; missing: readonly Link[] },
  { signal, report }: { signal: AbortSignal; report: Report },
): Promise<FolderRow[]> {
  const rows = [
    ...missing.map((link): FolderRow => ({
      file: link.file,
      flow: flowName(parts, link),
      outcome: 'linked',
    })),
    ...(await linkAll(parts, place, await newFiles(place.folder, flows), signal)),
  ];
  const linked = rows.filter(({ outcome }) => outcome === 'linked');
  const wanted = new Set(linked.map(({ file }) => file.toString()));
  const links = parts.links
    .inEnvironment(place.environment)
    .filter(({ file }) => wanted.has(file.toString()));
  const results = await parts.links.pull(links, {
    signal,
    lane: 'background',
    onResult: (_, done, total) => report({ message: vscode.l10n.t('{0} of {1}', done, total) }),
  });
  const byFile = new Map(results.map((result) => [result.link.file.toString(), result]));
  return rows.map((row) => (row.outcome === 'linked' ? pulled(row, byFile.get(row.file.toString())) : row));
}

function pulled(row: FolderRow, result: LinkResult | undefined): FolderRow {
  const reason = result?.error === undefined ? undefined : sentenceOf(result.error);
  switch (result?.outcome) {
    case 'done':
    case 'same':
      return { ...row, outcome: 'pulled', reason };
    case 'conflict':
    case 'failed':
      return { ...row, outcome: 'failed', reason };
    default:
      return { ...row, outcome: 'notTried', reason };
  }
}

/** A name that no file of the folder has, on any system, for each flow. */
async function newFiles(folder: vscode.Uri, flows: readonly Flow[]): Promise<Pairing[]> {
  const names = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const taken = new Set(names.map(([name]) => folded(name)));
  return flows.map((flow) => {
    for (const name of namesFor(flow)) {
      if (taken.has(folded(name))) continue;
      taken.add(folded(name));
      return { file: vscode.Uri.joinPath(folder, name), flow };
    }
    throw new Error('names never end');
  });
}

function* namesFor({ name, ref }: Flow): Generator<string> {
  const readable = safeName(name, ref.flowId);
  yield readable + extension;
  const stem = `${readable}.${safeName(ref.flowId, 'flow')}`;
  yield stem + extension;
  for (let number = 2; ; number += 1) yield `${stem}.${number}${extension}`;
}
