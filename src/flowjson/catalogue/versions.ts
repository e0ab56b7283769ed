import { say, type Message } from '../message';

/** What may be done with a version today. Source: facts on Flow JSON, section 1 (Meta's changelog; the client of August 2026). */
type VersionState = 'publishable' | 'expired';

export interface VersionFact {
  readonly name: string;
  readonly state: VersionState;
  /** What is new against the version before. */
  readonly changes: readonly Message[];
}

/** Every public version, oldest first. A new version is one more line here. */
export const versions = [
  {
    name: '2.1',
    state: 'expired',
    changes: [say('The version is a string; the endpoint stands in data_channel_uri.')],
  },
  {
    name: '3.0',
    state: 'expired',
    changes: [say('data_channel_uri is gone: the endpoint belongs to the flow.')],
  },
  { name: '3.1', state: 'expired', changes: [] },
  {
    name: '4.0',
    state: 'expired',
    changes: [
      say('Form is optional; If, Switch, PhotoPicker and DocumentPicker; references to other screens.'),
      say('CheckboxGroup and RadioButtonsGroup need a label.'),
    ],
  },
  {
    name: '5.0',
    state: 'expired',
    changes: [
      say('Dates are written YYYY-MM-DD; options may have an image or a colour.'),
      say('Screen titles must not be blank; a response may carry up to 10 files.'),
    ],
  },
  {
    name: '5.1',
    state: 'publishable',
    changes: [say('RichText, markdown in TextBody and TextCaption, sensitive fields.')],
  },
  {
    name: '6.0',
    state: 'publishable',
    changes: [
      say('Expressions in backticks, update_data, open_url, select actions of options.'),
      say('Component texts must not be blank, layout is required, images of lists are limited to 100 KB.'),
      say('A select action also runs when the screen is shown (until 7.0).'),
    ],
  },
  { name: '6.1', state: 'publishable', changes: [say('CalendarPicker.')] },
  { name: '6.2', state: 'publishable', changes: [say('NavigationList; pattern of TextInput.')] },
  {
    name: '6.3',
    state: 'publishable',
    changes: [say('ChipsSelector; RichText may stand above a Footer.')],
  },
  {
    name: '7.0',
    state: 'publishable',
    changes: [
      say('Large labels of TextInput and TextArea; a select action no longer runs when the screen is shown.'),
      say('One Form per screen, its init-values are checked, screen ids are letters and underscores only.'),
    ],
  },
  {
    name: '7.1',
    state: 'publishable',
    changes: [say('ImageCarousel; ChipsSelector inside If and Switch and with select actions.')],
  },
  {
    name: '7.2',
    state: 'publishable',
    changes: [say('References inside expressions of action payloads are checked.')],
  },
  {
    name: '7.3',
    state: 'publishable',
    changes: [
      say('Stricter checks of routes and navigate payloads; terminal screens need a Footer.'),
      say('data_api_version 4.0 is allowed.'),
    ],
  },
  { name: '7.4', state: 'publishable', changes: [] },
] as const satisfies readonly VersionFact[];

export type Version = (typeof versions)[number]['name'];

/** The version that Meta's examples use: what new flows get and what "upgrade" offers first. */
export const recommendedVersion: Version = '7.3';
export const newestVersion: Version = versions[versions.length - 1]!.name;

const known = new Set<string>(versions.map(({ name }) => name));
const ranks = new Map<string, number>();

/** Whether this is a version we know, by its exact name. */
export function isVersion(name: unknown): name is Version {
  return typeof name === 'string' && known.has(name);
}

/** Negative when `a` is older. The minor number counts on its own: 1.9 is followed by 1.10. */
export function compareVersions(a: Version, b: Version): number {
  return rank(a) - rank(b);
}

function rank(version: Version): number {
  let value = ranks.get(version);
  if (value === undefined) {
    const [major, minor] = version.split('.').map(Number);
    value = major! * 100 + minor!;
    ranks.set(version, value);
  }
  return value;
}

export const atLeast = (version: Version, since: Version): boolean => compareVersions(version, since) >= 0;
export const before = (version: Version, until: Version): boolean => compareVersions(version, until) < 0;

/** A stretch of versions: from `since` on (default: always) and before `until` (default: to this day). */
export interface VersionSpan {
  readonly since?: Version;
  readonly until?: Version;
}

export function holdsFor(span: VersionSpan, version: Version): boolean {
  return (
    (span.since === undefined || atLeast(version, span.since)) &&
    (span.until === undefined || before(version, span.until))
  );
}
