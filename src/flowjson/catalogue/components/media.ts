import { say } from '../../message';
import {
  base64,
  either,
  list,
  number,
  object,
  oneOf,
  plainInteger,
  plainList,
  property,
  required,
  text,
} from '../rows';
import type { Shape } from '../types';
import { mimeTypes } from '../limits';
import {
  anywhere,
  component,
  description,
  enabled,
  everywhereSince,
  inputName,
  label,
  visible,
} from './shared';

const scaleType = property(
  oneOf('contain', 'cover'),
  say('Whether the image is shown whole or fills its frame and is cropped.'),
  { default: 'contain' },
);
const filesLabel = say('The text that says which files to give.');
const perFile: Shape = { is: 'map', values: text() };
const pickerError = property(
  either(text(), perFile),
  say('An error shown at the picker, or one for each file by its media id.'),
  { outsideForm: true },
);
const maxFileSize = property(plainInteger({ min: 1, max: 25600 }), say('The largest file, in KB.'), {
  default: 25600,
});
const fewest = property(
  plainInteger({ min: 0, max: 30 }),
  say('The fewest files; 1 or more makes it mandatory.'),
  {
    default: 0,
  },
);
const most = property(
  plainInteger({ min: 1, max: 30 }),
  say('The most files; a response carries 10 files and 100 MB at most.'),
  { default: 30 },
);

export const media = [
  component({
    type: 'Image',
    about: say('A picture; JPEG or PNG.'),
    places: anywhere,
    properties: {
      src: property(base64, say('The image in base64, without a {0} prefix.', 'data:'), {
        ...required,
        maxKilobytes: 300,
      }),
      width: property(number(), say('The width.')),
      height: property(
        number(),
        say('The height; without it the image takes the full width in its own ratio.'),
      ),
      'scale-type': scaleType,
      'aspect-ratio': property(number(), say('Width divided by height.'), { default: 1 }),
      'alt-text': property(text(), say('What the image shows, for people who do not see it.')),
      visible: { ...visible, provenance: 'observed' },
    },
  }),
  component({
    type: 'ImageCarousel',
    since: '7.1',
    about: say('One to three pictures to swipe through.'),
    places: { layout: '7.1', form: '7.1' },
    properties: {
      images: property(list(object('carouselImage'), { min: 1, max: 3 }), say('The pictures.'), required),
      'aspect-ratio': property(oneOf('4:3', '16:9'), say('Width to height of the frame.'), {
        default: '4:3',
      }),
      'scale-type': scaleType,
      visible: { ...visible, provenance: 'observed' },
    },
  }),
  component({
    type: 'PhotoPicker',
    since: '4.0',
    about: say('Lets people take or choose photos.'),
    formValue: 'media',
    joinsForm: true,
    places: everywhereSince('4.0'),
    properties: {
      name: inputName,
      label: label(80, filesLabel),
      description: description(),
      'photo-source': property(
        oneOf('camera_gallery', 'camera', 'gallery'),
        say('Where the photos may come from.'),
        { default: 'camera_gallery' },
      ),
      'max-file-size-kb': maxFileSize,
      'min-uploaded-photos': fewest,
      'max-uploaded-photos': most,
      enabled,
      visible,
      'error-message': pickerError,
    },
  }),
  component({
    type: 'DocumentPicker',
    since: '4.0',
    about: say('Lets people choose documents.'),
    formValue: 'media',
    joinsForm: true,
    places: everywhereSince('4.0'),
    properties: {
      name: inputName,
      label: label(80, filesLabel),
      description: description(),
      'allowed-mime-types': property(
        plainList(oneOf(...mimeTypes), { min: 1 }),
        say('Which kinds of files may be chosen; all when left out.'),
      ),
      'max-file-size-kb': maxFileSize,
      'min-uploaded-documents': fewest,
      'max-uploaded-documents': most,
      enabled,
      visible,
      'error-message': pickerError,
    },
  }),
];
