import { say } from '../../message';
import {
  base64,
  bool,
  clickAction,
  list,
  object,
  plainBool,
  plainText,
  property,
  required,
  selectAction,
  text,
  type Details,
} from '../rows';
import type { ObjectFact } from '../types';

const id = property(text(), say('The value that the choice gives; unique in the list.'), required);
const title = (softLimit: number, details: Details = {}) =>
  property(text({ blank: 'allowed' }), say('The text of the entry.'), { softLimit, ...details });
const description = (softLimit: number) =>
  property(text({ blank: 'allowed' }), say('A text below the title.'), { softLimit });
const metadata = (softLimit: number) =>
  property(text({ blank: 'allowed' }), say('A short text beside it.'), { softLimit });
const altText = property(text(), say('What the image shows, for people who do not see it.'));
const image = say('An image in base64, without a {0} prefix; all options have images or none.', 'data:');
const onSelect = property(selectAction('update_data'), say('What happens when this one is chosen.'), {
  since: '6.0',
});
const onUnselect = property(
  selectAction('update_data'),
  say('What happens when the choice of this one is taken back.'),
  { since: '6.0' },
);
const enabledAbout = say('Whether it can be chosen.');

const option: ObjectFact = {
  about: say('One option to choose.'),
  provenance: 'documented',
  properties: {
    id,
    title: title(30, required),
    description: description(300),
    metadata: metadata(20),
    enabled: [
      property(plainBool, enabledAbout, { until: '5.0', default: true }),
      property(bool, enabledAbout, { since: '5.0', default: true }),
    ],
    image: [
      property(base64, image, { since: '5.0', until: '6.0', maxKilobytes: 300 }),
      property(base64, image, { since: '6.0', maxKilobytes: 100 }),
    ],
    'alt-text': { ...altText, since: '5.0' },
    color: property(
      plainText({ format: 'colour' }),
      say('A colour as #RRGGBB, in place of an image; all options have colours or none.'),
      { since: '5.0', examples: ['#25D366'] },
    ),
    'on-select-action': onSelect,
    'on-unselect-action': onUnselect,
  },
};

const chip: ObjectFact = {
  since: '6.3',
  about: say('One pill to choose.'),
  provenance: 'documented',
  properties: {
    id,
    title: title(20, { ...required, provenance: 'observed' }),
    enabled: property(bool, enabledAbout, { default: true }),
    'on-select-action': onSelect,
    'on-unselect-action': onUnselect,
  },
};

const navigationItem: ObjectFact = {
  since: '6.2',
  about: say('One row that leads to another screen.'),
  provenance: 'documented',
  properties: {
    id,
    'main-content': property(object('navigationMain'), say('The texts of the row.'), required),
    start: property(object('navigationStart'), say('The image at the beginning of the row.')),
    end: property(object('navigationEnd'), say('Short texts at the end of the row; on all rows or on none.')),
    badge: property(text(), say('A short mark; on one row of the list at most.'), { softLimit: 15 }),
    tags: property(list(text(), { min: 1, max: 3 }), say('One to three short words below the row.'), {
      softLimit: 15,
    }),
    enabled: property(plainBool, enabledAbout, { default: true }),
    'on-click-action': property(
      clickAction('navigate', 'data_exchange'),
      say('What the row does; on all rows, or on the list instead.'),
    ),
  },
};

const navigationMain: ObjectFact = {
  since: '6.2',
  about: say('The texts of a row.'),
  provenance: 'documented',
  properties: { title: title(30, required), description: description(20), metadata: metadata(80) },
};

const navigationStart: ObjectFact = {
  since: '6.2',
  about: say('The image at the beginning of a row.'),
  provenance: 'documented',
  properties: {
    image: property(base64, say('The image in base64, without a {0} prefix.', 'data:'), {
      ...required,
      maxKilobytes: 100,
    }),
    'alt-text': altText,
  },
};

const navigationEnd: ObjectFact = {
  since: '6.2',
  about: say('Short texts at the end of a row: one or two of the three.'),
  provenance: 'documented',
  properties: { title: title(10), description: description(10), metadata: metadata(10) },
};

const carouselImage: ObjectFact = {
  since: '7.1',
  about: say('One picture of a carousel.'),
  provenance: 'documented',
  properties: {
    src: property(base64, say('The image in base64, without a {0} prefix.', 'data:'), required),
    'alt-text': { ...altText, required: true },
  },
};

export const itemObjects = {
  option,
  chip,
  navigationItem,
  navigationMain,
  navigationStart,
  navigationEnd,
  carouselImage,
};
