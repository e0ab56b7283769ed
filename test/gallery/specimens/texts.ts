import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const long =
  'A heading that is so long that it does not fit into the lines that it may have, and is cut at the end. ';
const prose =
  'Your table is kept for fifteen minutes. Come to the counter on the ground floor and say your name; somebody will show you the way.';
const arabic = 'نحتفظ بطاولتك لمدة خمس عشرة دقيقة.';

const headingsOf = (type: string): readonly Specimen[] => [
  { title: 'As in the simulator', flow: componentFlows[type]! },
  {
    title: 'Long, other script, after others',
    flow: screenOf(type, [
      { type, text: long.repeat(3) },
      { type: 'TextBody', text: prose },
      { type, text: 'Two\nlines of the author' },
      { type, text: arabic },
    ]),
  },
];

const paragraphsOf = (type: string): readonly Specimen[] => [
  { title: 'As in the simulator', flow: componentFlows[type]! },
  {
    title: 'Weights, strike, list of texts, other script',
    flow: screenOf(type, [
      { type, text: prose },
      { type, text: 'Bold', 'font-weight': 'bold' },
      { type, text: 'Italic', 'font-weight': 'italic' },
      { type, text: 'Both, and struck through', 'font-weight': 'bold_italic', strikethrough: true },
      { type, text: ['The first of a list of texts.', 'The second one.'] },
      { type, text: arabic },
      { type, text: 'No **markdown** here <b>and no markup</b>' },
    ]),
  },
  {
    title: 'Markdown',
    flow: screenOf(type, [
      {
        type,
        markdown: true,
        text: [
          'Some **bold**, some *italic*, some ~~struck~~ and ***both***, and a [link](https://example.com).',
          '- Bread\n- Butter, the salted one, from the farm behind the hill\n- Milk',
          '1. Mix\n2. Wait',
          '# No heading here\nand no <b>markup</b>, [no link](javascript:alert(1)), 2 * 3 * 4',
        ],
      },
    ]),
  },
];

export const textHeading = headingsOf('TextHeading');
export const textSubheading = headingsOf('TextSubheading');
export const textBody = paragraphsOf('TextBody');
export const textCaption = paragraphsOf('TextCaption');

export const embeddedLink: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['EmbeddedLink']! },
  {
    title: 'Among texts',
    flow: screenOf('EmbeddedLink', [
      { type: 'TextBody', text: prose },
      {
        type: 'EmbeddedLink',
        text: 'How to get there',
        'on-click-action': { name: 'open_url', url: 'https://example.com' },
      },
      {
        type: 'EmbeddedLink',
        text: 'A link whose text is too long for the one line that a link has',
        'on-click-action': { name: 'open_url', url: 'https://example.com' },
      },
    ]),
  },
];

export const standIns: readonly Specimen[] = [
  {
    title: 'Not known, not yet, broken',
    flow: screenOf(
      'Placeholders',
      [
        { type: 'Hologram', text: 'Nobody knows this one' },
        { type: 'ImageCarousel', images: [] },
        { type: 'TextInput', name: 'a' },
        { type: 'TextHeading' },
        { type: '' },
        { type: 'TextBody', text: 'What is sound is drawn.' },
      ],
      { version: '6.0' },
    ),
  },
];
