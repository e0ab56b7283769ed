// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mimeTypes } from '../../../../src/flowjson/catalogue/limits';
import { documentsFor, photosFor } from '../../../../src/player/view/files/mockFiles';
import { sizeInWords } from '../../../../src/player/view/files/words';
import { Phone } from './phone';

let phone: Phone | undefined;
afterEach(() => {
  phone?.putAway();
  phone = undefined;
});

const show = (child: object): Phone => (phone = Phone.with([{ name: 'files', label: 'Files', ...child }]));
const names = (of: Phone): unknown => {
  const held = of.value('files') as readonly { readonly file_name: string }[] | null;
  return held?.map(({ file_name }) => file_name) ?? [];
};

describe('a PhotoPicker', () => {
  it('adds made-up photos, and takes them away again', () => {
    const one = show({ type: 'PhotoPicker', 'max-uploaded-photos': 3 });
    one.tap('Add photos').tap('lake.jpg, 1.8 MB').tap('street.jpg, 940 kB').tap('Add 2');
    expect(names(one)).toEqual(['lake.jpg', 'street.jpg']);
    expect(one.events.map(({ is }) => is)).toEqual(['attached', 'left']);
    one.tap('Remove lake.jpg');
    expect(names(one)).toEqual(['street.jpg']);
    expect(document.activeElement).toBe(one.button('Add more photos'));
  });

  it('takes no more than it may', () => {
    const one = show({ type: 'PhotoPicker', 'max-uploaded-photos': 2 });
    one
      .tap('Add photos')
      .tap('lake.jpg, 1.8 MB')
      .tap('street.jpg, 940 kB')
      .tap('receipt.jpg, 380 kB')
      .tap('Add 2');
    expect(names(one)).toEqual(['lake.jpg', 'street.jpg']);
    expect(one.button('Add more photos').getAttribute('aria-disabled')).toBe('true');
    one.tap('Add more photos');
    expect(one.all('[role="dialog"]')).toEqual([]);
  });

  it('chooses another one where there is room for one', () => {
    const one = show({ type: 'PhotoPicker', 'max-uploaded-photos': 1 });
    one.tap('Add photo').tap('lake.jpg, 1.8 MB').tap('street.jpg, 940 kB').tap('Add');
    expect(names(one)).toEqual(['street.jpg']);
  });

  it('offers what its source has', () => {
    const texts = (source: string): string[] => {
      const one = show({ type: 'PhotoPicker', 'photo-source': source });
      one.tap(source === 'camera' ? 'Take photo' : 'Add photos');
      const found = [...one.texts('[role="dialog"] .wf-add'), String(one.all('.wf-tile').length > 0)];
      one.putAway();
      return found;
    };
    expect(texts('camera_gallery')).toEqual(['Take photo', 'true']);
    expect(texts('camera')).toEqual(['Take photo', 'false']);
    expect(texts('gallery')).toEqual(['true']);
    phone = undefined;
  });

  it('says at which photo something is wrong', () => {
    const one = show({ type: 'PhotoPicker', 'max-file-size-kb': 500 });
    one.tap('Add photos').tap('lake.jpg, 450 kB').tap('panorama.jpg, 601 kB').tap('Add 2');
    expect(one.texts('.wf-error')).toEqual(['panorama.jpg: This file is larger than 500 KB.']);
    expect(one.all('.wf-picked-wrong')).toHaveLength(1);
  });

  it.each([
    [{}, 'Add up to 30 photos. Max file size 25 MB.'],
    [
      { 'min-uploaded-photos': 1, 'max-uploaded-photos': 10, 'max-file-size-kb': 10_240 },
      'Add 1 to 10 photos. Max file size 10 MB.',
    ],
    [
      { 'min-uploaded-photos': 2, 'max-uploaded-photos': 2, 'max-file-size-kb': 500 },
      'Add 2 photos. Max file size 500 kB.',
    ],
    [{ 'max-uploaded-photos': 1 }, 'Add 1 photo. Max file size 25 MB.'],
  ])('says what is wanted: %o', (more, hint) => {
    expect(show({ type: 'PhotoPicker', ...more }).texts('.wf-files-hint')).toEqual([hint]);
  });

  it('shows the error of the flow, for all or for one photo', () => {
    const one = show({ type: 'PhotoPicker', 'error-message': { 'mock-1': 'Too dark' } });
    one.tap('Add photos').tap('lake.jpg, 1.8 MB').tap('Add');
    // The message went away with the change, as with every input.
    expect(one.texts('.wf-error')).toEqual([]);
    one.putAway();
    expect(show({ type: 'PhotoPicker', 'error-message': 'Once more' }).texts('.wf-error')).toEqual([
      'Once more',
    ]);
  });
});

describe('a DocumentPicker', () => {
  it('greys what it does not accept', () => {
    const one = show({ type: 'DocumentPicker', 'allowed-mime-types': ['application/pdf'] });
    one.tap('Add documents');
    expect(one.button('contract.pdf, 184 kB').disabled).toBe(false);
    expect(one.button('notes.txt, 3 kB').disabled).toBe(true);
    one.tap('contract.pdf, 184 kB').tap('Add');
    expect(one.texts('.wf-file-words')).toEqual(['contract.pdfPDF · 184 kB']);
  });

  it('cannot be used while it is disabled', () => {
    const one = show({ type: 'DocumentPicker', enabled: false });
    one.tap('Add documents');
    expect(one.all('[role="dialog"]')).toEqual([]);
  });
});

describe('made-up files', () => {
  it('have one for every kind that may be asked for', () => {
    for (const mime of mimeTypes) {
      const good = documentsFor({ 'allowed-mime-types': [mime] }).filter(({ accepted }) => accepted);
      expect(
        good.map(({ file }) => file.mime_type),
        mime,
      ).toEqual([mime, mime]);
    }
  });

  it.each([1, 100, 25_600])('have one that is too large for %d KB, the others are not', (most) => {
    const limit = { 'max-file-size-kb': most };
    for (const choices of [photosFor(limit), documentsFor(limit)]) {
      expect(choices.filter(({ file }) => file.kilobytes > most)).toHaveLength(1);
      expect(new Set(choices.map(({ file }) => file.file_name)).size).toBe(choices.length);
    }
  });

  it('have sizes in words', () => {
    expect([3, 940, 1024, 1830].map((size) => sizeInWords(size, 'en'))).toEqual([
      '3 kB',
      '940 kB',
      '1 MB',
      '1.8 MB',
    ]);
  });
});
