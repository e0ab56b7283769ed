import { say } from '../../message';
import { bool, either, list, oneOfOrBinding, plainBool, plainText, property, required, text } from '../rows';
import { anywhere, component, visible } from './shared';

const shown = say('The text to show.');
const whole = text({ blank: 'refused' });
const paragraphs = either(whole, list(whole));
/** A list written here holds no references; as a whole it may be one. */
const richParagraphs = either(whole, list(plainText({ blank: 'refused' })));

const heading = {
  text: property(whole, shown, { ...required, softLimit: 80 }),
  visible,
};

const paragraph = {
  text: [
    property(whole, shown, { until: '5.1', ...required, softLimit: 4096 }),
    property(paragraphs, say('The text to show; a list of texts is put together.'), {
      since: '5.1',
      ...required,
      softLimit: 4096,
    }),
  ],
  'font-weight': property(
    oneOfOrBinding('bold', 'italic', 'bold_italic', 'normal'),
    say('Bold, italic, both or neither.'),
    { default: 'normal' },
  ),
  strikethrough: property(bool, say('Whether the text is struck through.'), { default: false }),
  markdown: property(
    plainBool,
    say('Whether the text is read as markdown: bold, italic, strike, links, lists.'),
    {
      since: '5.1',
      default: false,
    },
  ),
  visible,
};

export const texts = [
  component({
    type: 'TextHeading',
    about: say('A heading of the first level.'),
    places: anywhere,
    properties: heading,
  }),
  component({
    type: 'TextSubheading',
    about: say('A heading of the second level.'),
    places: anywhere,
    properties: heading,
  }),
  component({
    type: 'TextBody',
    about: say('A paragraph.'),
    places: anywhere,
    properties: paragraph,
  }),
  component({
    type: 'TextCaption',
    about: say('A paragraph in small print.'),
    places: anywhere,
    properties: paragraph,
  }),
  component({
    type: 'RichText',
    since: '5.1',
    about: say(
      'A long text in markdown with headings, tables and images; alone on its screen, from 6.3 with a Footer.',
    ),
    places: { layout: '5.1' },
    properties: {
      text: property(
        richParagraphs,
        say('Markdown: one text, one reference, or a list of texts with one paragraph each.'),
        required,
      ),
      visible,
    },
  }),
];
