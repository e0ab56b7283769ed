import { componentFlows } from '../../simulator/flows';
import { picture, screenOf, type Specimen } from '../specimen';

const imageOf = (more: object): object => ({ type: 'Image', src: picture, 'alt-text': 'A hill', ...more });
const words = (text: string): object => ({ type: 'TextCaption', text });

export const image: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['Image']! },
  {
    title: 'Sizes',
    flow: screenOf('Image', [
      words('Height 120, contain and cover'),
      imageOf({ height: 120 }),
      imageOf({ height: 120, 'scale-type': 'cover' }),
      words('Width 160; ratio 2, cover'),
      imageOf({ width: 160 }),
      imageOf({ 'aspect-ratio': 2, 'scale-type': 'cover' }),
    ]),
  },
  {
    title: 'None',
    flow: screenOf('Image', [
      imageOf({ src: 'https://example.com/hill.png' }),
      imageOf({ src: 'R0lGODlhAQABAAAAACw=' }),
      imageOf({ src: 'iVBORw0KGgoAAAAN', height: 80 }),
    ]),
  },
];

const slide = (alt: string): object => ({ src: picture, 'alt-text': alt });

export const imageCarousel: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['ImageCarousel']! },
  {
    title: 'Wide and cropped; one; the second of three',
    flow: screenOf('ImageCarousel', [
      {
        type: 'ImageCarousel',
        'aspect-ratio': '16:9',
        'scale-type': 'cover',
        images: [slide('One'), slide('Two'), slide('Three')],
      },
      { type: 'ImageCarousel', images: [{ src: 'https://example.com/hill.png', 'alt-text': 'One' }] },
    ]),
    press: ['.wf-carousel-next'],
  },
];
