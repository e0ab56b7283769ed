import { isList, own, type JsonObject } from '../../json';
import type { PickedFile } from '../../state/state';
import { numberOf } from '../properties';

/** A made-up file: nothing of the person's computer is read. */
export type MockFile = Omit<PickedFile, 'media_id'>;

const photos: readonly (readonly [name: string, mime: string, kilobytes: number])[] = [
  ['lake.jpg', 'image/jpeg', 1830],
  ['street.jpg', 'image/jpeg', 940],
  ['garden.png', 'image/png', 2650],
  ['evening.heic', 'image/heic', 1420],
  ['receipt.jpg', 'image/jpeg', 380],
];

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** One of each kind that a DocumentPicker can be limited to (facts on Flow JSON, section 8.19). */
const documents: readonly (readonly [name: string, mime: string, kilobytes: number])[] = [
  ['contract.pdf', 'application/pdf', 184],
  ['letter.docx', `${office}.wordprocessingml.document`, 92],
  ['budget.xlsx', `${office}.spreadsheetml.sheet`, 61],
  ['talk.pptx', `${office}.presentationml.presentation`, 2210],
  ['notes.txt', 'text/plain', 3],
  ['scan.jpg', 'image/jpeg', 910],
  ['archive.zip', 'application/zip', 4730],
  ['film.mp4', 'video/mp4', 9800],
  ['old-letter.doc', 'application/msword', 120],
  ['old-budget.xls', 'application/vnd.ms-excel', 88],
  ['old-talk.ppt', 'application/vnd.ms-powerpoint', 1740],
  ['letter.odt', `${openDocument}.text`, 47],
  ['budget.ods', `${openDocument}.spreadsheet`, 39],
  ['talk.odp', `${openDocument}.presentation`, 1310],
  ['archive.gz', 'application/gzip', 650],
  ['archive.7z', 'application/x-7z-compressed', 3900],
  ['data.xml', 'application/xml', 17],
  ['drawing.png', 'image/png', 420],
  ['moving.gif', 'image/gif', 1100],
  ['poster.webp', 'image/webp', 260],
  ['evening.heic', 'image/heic', 1420],
  ['evening.heif', 'image/heif', 1390],
  ['poster.avif', 'image/avif', 190],
  ['fax.tiff', 'image/tiff', 830],
  ['film.mpeg', 'video/mpeg', 8800],
];

const usualDocuments = 8;

/** A file to choose from. */
export interface Choice {
  readonly file: MockFile;
  /** Whether files of its kind are accepted; phones grey the others. */
  readonly accepted: boolean;
}

/** Photos to choose from, one of them too large. */
export function photosFor(properties: JsonObject): readonly Choice[] {
  return withLarge(photos, ['panorama.jpg', 'image/jpeg', 0], properties).map((file) => ({
    file,
    accepted: true,
  }));
}

/** The photo that the camera takes. */
export function cameraPhoto(properties: JsonObject): MockFile {
  return sized(['camera.jpg', 'image/jpeg', 2100], limitOf(properties));
}

/** Documents to choose from: of every kind that is accepted and the usual ones beside; one is too large. */
export function documentsFor(properties: JsonObject): readonly Choice[] {
  const types = own(properties, 'allowed-mime-types');
  const accepts = (mime: string): boolean => !isList(types) || types.includes(mime);
  const offered = documents.filter(
    ([, mime], index) => index < usualDocuments || (isList(types) && types.includes(mime)),
  );
  const kind = documents.find(([, mime]) => accepts(mime)) ?? documents[0]!;
  const extension = kind[0].slice(kind[0].indexOf('.'));
  return withLarge(offered, [`very-large${extension}`, kind[1], 0], properties).map((file) => ({
    file,
    accepted: accepts(file.mime_type),
  }));
}

type Row = (typeof photos)[number];

function withLarge(rows: readonly Row[], [name, mime]: Row, properties: JsonObject): MockFile[] {
  const most = limitOf(properties);
  const large = { file_name: name, mime_type: mime, kilobytes: Math.ceil(most * 1.2) + 1 };
  return [...rows.map((row) => sized(row, most)), large];
}

/** A size that is accepted, however small the limit. */
function sized([file_name, mime_type, kilobytes]: Row, most: number): MockFile {
  return { file_name, mime_type, kilobytes: Math.max(1, Math.min(kilobytes, Math.floor(most * 0.9))) };
}

function limitOf(properties: JsonObject): number {
  return numberOf(properties, 'max-file-size-kb') ?? 25_600;
}
