import type { PlayerEvent } from '../../../src/player/player';
import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const photo = (file_name: string, kilobytes: number) => ({ file_name, mime_type: 'image/jpeg', kilobytes });
const photos: PlayerEvent[] = [
  {
    is: 'attached',
    name: 'files',
    files: [photo('lake.jpg', 900), photo('street.jpg', 700), photo('panorama.jpg', 2000)],
  },
  { is: 'left', name: 'files' },
];
const documents: PlayerEvent[] = [
  {
    is: 'attached',
    name: 'files',
    files: [
      { file_name: 'contract.pdf', mime_type: 'application/pdf', kilobytes: 184 },
      {
        file_name: 'a-name-that-is-far-too-long-for-the-width-of-a-phone.txt',
        mime_type: 'text/plain',
        kilobytes: 2,
      },
    ],
  },
  { is: 'left', name: 'files' },
];

const of = (type: string, more: object, also: Partial<Specimen> & { readonly title: string }): Specimen => ({
  ...also,
  flow: screenOf(type, [{ type, name: 'files', ...more }]),
});

export const photoPicker: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['PhotoPicker']! },
  of(
    'PhotoPicker',
    {
      label: 'Photos of the damage',
      description: 'From all sides, by daylight.',
      'min-uploaded-photos': 1,
      'max-uploaded-photos': 5,
      'max-file-size-kb': 1024,
    },
    { title: 'Photos, one too large', events: photos },
  ),
  of(
    'PhotoPicker',
    { label: 'Left empty', 'min-uploaded-photos': 1, 'max-uploaded-photos': 1, 'photo-source': 'camera' },
    { title: 'Left empty', events: [{ is: 'left', name: 'files' }] },
  ),
  of(
    'PhotoPicker',
    { label: 'Photos' },
    { title: 'Choosing', press: ['.wf-add', '.wf-tile'], height: 'phone' },
  ),
];

export const documentPicker: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['DocumentPicker']! },
  of(
    'DocumentPicker',
    {
      label: 'Your contract',
      'min-uploaded-documents': 1,
      'max-uploaded-documents': 2,
      'max-file-size-kb': 512,
      'allowed-mime-types': ['application/pdf'],
    },
    { title: 'Documents, one of another kind, no more room', events: documents },
  ),
  of('DocumentPicker', { label: 'Not now', enabled: false }, { title: 'Disabled' }),
  of(
    'DocumentPicker',
    { label: 'Documents', 'allowed-mime-types': ['application/pdf', 'text/plain'] },
    { title: 'Choosing', press: ['.wf-add', '.wf-file-row'], height: 'phone' },
  ),
];
