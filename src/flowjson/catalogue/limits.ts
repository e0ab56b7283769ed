import type { Provenance } from './types';
import type { VersionSpan } from './versions';

/** How many components of these types, counted together, a screen may have. */
export interface ScreenLimit extends VersionSpan {
  readonly types: readonly string[];
  readonly max: number;
  readonly provenance: Provenance;
}

/** Per-screen limits; branches of If and Switch count with their maximum (facts on Flow JSON, section 3.4). */
export const screenLimits: readonly ScreenLimit[] = [
  { types: ['Footer'], max: 1, provenance: 'documented' },
  { types: ['EmbeddedLink'], max: 2, provenance: 'documented' },
  { types: ['Image'], max: 3, provenance: 'documented' },
  { types: ['OptIn'], max: 5, provenance: 'documented' },
  { types: ['PhotoPicker', 'DocumentPicker'], max: 1, provenance: 'documented' },
  { types: ['NavigationList'], max: 2, provenance: 'documented' },
  { types: ['ImageCarousel'], max: 2, provenance: 'documented' },
  { types: ['RichText'], max: 1, provenance: 'documented' },
  { types: ['Form'], max: 1, since: '7.0', provenance: 'observed' },
];

/** Components of a screen, Forms not counted: Meta's advice, and what is refused. */
export const componentsPerScreen = { advised: 50, max: 100 };

export const maxScreens = 100;
export const maxRoutesPerScreen = 10;
export const maxIfDepth = 3;
export const maxCarouselsPerFlow = 3;

/** Largest flow in bytes of UTF-8; checked from 6.0. */
export const maxFlowBytes = 10 * 1024 * 1024;

/** The most options of a Dropdown whose options have images; not checked on upload. */
export const maxDropdownOptionsWithImages = 100;

/**
 * What media pickers may add up to in the payload of `complete`, from 5.0 (before: one file of one picker), and what
 * counts for a picker that sets no limits (facts on Flow JSON, section 6.2). Sizes in KB.
 */
export const mediaTotals = {
  maxFiles: 10,
  maxKilobytes: 100 * 1024,
  filesWhenUnset: 30,
  kilobytesWhenUnset: 25 * 1024,
};

/** What a DocumentPicker may be limited to (facts on Flow JSON, section 8.19). */
export const mimeTypes: readonly string[] = [
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/zip',
  'application/gzip',
  'application/x-7z-compressed',
  'application/xml',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
  'image/tiff',
  'text/plain',
  'video/mp4',
  'video/mpeg',
];
