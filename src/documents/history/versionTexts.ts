import { env, l10n, ThemeIcon } from 'vscode';
import { ageInWords, shortAge } from '../../platform/ages';
import { sizeOf } from '../size';
import type { Origin, Version } from './types';

/** How a version is called in a list: how old it is, why it was kept, and how large it is. */
export interface VersionTexts {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly exact: string;
  readonly icon: ThemeIcon;
  /** All of it for people who hear it. */
  readonly spoken: string;
}

export function versionTexts({ at, origin, size }: Version): VersionTexts {
  const { word, sentence, icon } = looks(origin);
  const exact = exactTime(at);
  const bytes = sizeOf({ byteLength: size });
  return {
    label: shortAge(at),
    description: `${word} · ${bytes}`,
    tooltip: [exact, sentence, bytes].join('\n'),
    exact,
    icon: new ThemeIcon(icon),
    spoken: [ageInWords(at), word, bytes, exact].join(', '),
  };
}

/** In the order and with the clock that the person is used to. */
export function exactTime(at: number): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

function looks(origin: Origin): { word: string; sentence: string; icon: string } {
  switch (origin) {
    case 'overwritten':
      return {
        word: l10n.t('overwritten'),
        sentence: l10n.t('It was on CAMS before something else took its place.'),
        icon: 'archive',
      };
    case 'sent':
      return {
        word: l10n.t('saved from here'),
        sentence: l10n.t('It was sent to CAMS from this computer.'),
        icon: 'cloud-upload',
      };
    case 'base':
      return {
        word: l10n.t('as opened'),
        sentence: l10n.t('It was on CAMS when the flow was opened or pulled here.'),
        icon: 'cloud-download',
      };
  }
}
