import { say, type Message } from '../../../flowjson/message';
import type { Ui } from '../ui';

/** `940 KB`, `1.8 MB`: as the language writes it. */
export function sizeInWords(kilobytes: number, language: string): string {
  const isLarge = kilobytes >= 1024;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? kilobytes / 1024 : kilobytes);
}

/** What may be added, as a sentence or two. */
export function hintInWords(
  ui: Ui,
  what: 'photos' | 'documents',
  { least, most, kilobytes }: { readonly least: number; readonly most: number; readonly kilobytes: number },
): string {
  const size = ui.tell(say('Max file size {0}.', sizeInWords(kilobytes, ui.language)));
  return `${ui.tell(what === 'photos' ? photosWanted(least, most) : documentsWanted(least, most))} ${size}`;
}

function photosWanted(least: number, most: number): Message {
  if (most === 1) return say('Add 1 photo.');
  if (least === most) return say('Add {0} photos.', most);
  return least > 0 ? say('Add {0} to {1} photos.', least, most) : say('Add up to {0} photos.', most);
}

function documentsWanted(least: number, most: number): Message {
  if (most === 1) return say('Add 1 document.');
  if (least === most) return say('Add {0} documents.', most);
  return least > 0 ? say('Add {0} to {1} documents.', least, most) : say('Add up to {0} documents.', most);
}

/** `PDF`: from the name, as file lists have it. */
export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toUpperCase();
}
