/** What every flow file ends in, on disk and in a tab: the JSON features of VS Code go by it. */
export const extension = '.flow.json';

/** Bytes of UTF-8 a name may take. File systems allow 255 for the whole file name, some encrypted ones 143. */
const LONGEST_NAME = 100;

/** A dialogue with a longer name has no place for its buttons. */
const LONGEST_IN_SENTENCE = 200;

/** Marks that turn the reading direction around or cannot be seen: with them a name can pretend to be another one. */
const deceptive = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Not allowed in file names: the separators and wildcards of all systems. */
const reserved = /[\\/:*?"<>|]/g;

/** Names of devices on Windows, whatever comes after a dot. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * A flow's name as a person reads it, made into one that every file system takes. Letters of all
 * languages stay. Without a usable name the `fallback` is taken, which must come from an ID.
 */
export function safeName(name: string | undefined, fallback: string): string {
  return clean(name ?? '') || clean(fallback) || 'flow';
}

/** `<name>.flow.json`, safe on every file system. */
export function fileNameOf(name: string | undefined, fallback: string): string {
  return safeName(name, fallback) + extension;
}

/** A name as a sentence can bear it: one line, not longer than a person reads, in the direction in which it is written. */
export function nameInSentence(name: string): string {
  return shorten(oneLine(name).trim(), LONGEST_IN_SENTENCE);
}

function oneLine(name: string): string {
  return name
    .replace(/\p{Cs}/gu, '')
    .replace(deceptive, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
}

function clean(name: string): string {
  const plain = oneLine(name)
    .replace(reserved, '-')
    .replace(/(?:[.\s]|\.flow|\.json)+$/i, '')
    .replace(/^[.\s]+/, '');
  return shorten(plain.replace(device, '_$&'), LONGEST_NAME);
}

/** Cuts between characters as a person sees them: no half emoji, no accent without its letter. */
function shorten(name: string, longest: number): string {
  if (Buffer.byteLength(name) <= longest) return name;
  let result = '';
  let left = longest - Buffer.byteLength('…');
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    result += segment;
  }
  return `${result}…`;
}
