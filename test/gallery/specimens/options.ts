import { picture } from '../specimen';

/** Options with everything that an option may have. */
export const fruits = [
  { id: 'mango', title: 'Mango', description: 'Sweet, from Indramayu', metadata: 'Rp 30.000' },
  { id: 'durian', title: 'Durian', description: 'Sold out today', enabled: false },
  {
    id: 'salak',
    title: 'Salak, also called snake fruit because of its skin, which looks like scales',
    description:
      'A long description that does not fit into one line, nor into two lines of a phone, nor even into three of them: the rest of it is not shown.',
    metadata: 'Rp 22.500 for each kilogram',
  },
  { id: 'rambutan', title: 'Rambutan' },
];

export const coloured = [
  { id: 'green', title: 'Green', color: '#1DAA61', 'alt-text': 'A green area' },
  {
    id: 'orange',
    title: 'Orange',
    color: '#F39C52',
    'alt-text': 'An orange area',
    description: 'As the fruit',
  },
  { id: 'white', title: 'White', color: '#FFFFFF', 'alt-text': 'A white area' },
];

export const pictured = [
  {
    id: 'hills',
    title: 'The hills',
    image: picture,
    'alt-text': 'Hills under the sun',
    description: 'Two hours on foot',
  },
  { id: 'lake', title: 'The lake', image: picture, 'alt-text': 'Hills again', metadata: 'Rp 90.000' },
];
