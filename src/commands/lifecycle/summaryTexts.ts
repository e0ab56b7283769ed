import { l10n } from 'vscode';
import type { LiveVersion } from '../../documents/history/liveVersions';
import { sizeOf } from '../../documents/size';
import type { Flow } from '../../flows/types';
import { outlineOf, summaryOf, type Summary } from './summary';

/** More ids than this say less than their number. */
const MOST_IDS = 8;

/** What goes live against what is live, as lines of a question. */
export function summaryLines(flow: Flow, next: Uint8Array, live: LiveVersion | undefined): string[] {
  return [
    ...(live === undefined ? unknownLive(next) : against(live, summaryOf(next, live.bytes))),
    l10n.t('Size: {0}', sizeOf(next)),
    l10n.t('Categories: {0}', flow.categories?.join(', ') || '–'),
    l10n.t('Endpoint: {0}', flow.endpointUri ?? l10n.t('none')),
  ];
}

function unknownLive(next: Uint8Array): string[] {
  const { screens, version } = outlineOf(next);
  return [
    l10n.t('CAMS does not tell what is live now, if anything is, and this computer has not seen it.'),
    l10n.t('Screens: {0}', listOf([...screens.keys()])),
    l10n.t('Flow JSON version: {0}', version ?? '–'),
  ];
}

function against({ seenAt }: LiveVersion, summary: Summary): string[] {
  const { added, removed, changed, same, sameText, version = '–', versionBefore = '–' } = summary;
  const isSame = added.length + removed.length + changed.length === 0;
  return [
    l10n.t('Compared with what was live on {0}:', new Date(seenAt).toLocaleString()),
    ...(added.length > 0 ? [l10n.t('Screens added: {0}', listOf(added))] : []),
    ...(removed.length > 0 ? [l10n.t('Screens removed: {0}', listOf(removed))] : []),
    ...(changed.length > 0 ? [l10n.t('Screens changed: {0}', listOf(changed))] : []),
    ...(same > 0 ? [l10n.t('Screens as before: {0}', same)] : []),
    ...(isSame
      ? [
          sameText
            ? l10n.t('Nothing has changed.')
            : l10n.t('Only what stands outside of the screens has changed, or how it is written.'),
        ]
      : []),
    version === versionBefore
      ? l10n.t('Flow JSON version: {0}', version)
      : l10n.t('Flow JSON version: {0}, before {1}', version, versionBefore),
  ];
}

function listOf(ids: readonly string[]): string {
  if (ids.length === 0) return l10n.t('none');
  const shown = ids.slice(0, MOST_IDS).join(', ');
  return ids.length > MOST_IDS ? l10n.t('{0} and {1} more', shown, ids.length - MOST_IDS) : shown;
}
