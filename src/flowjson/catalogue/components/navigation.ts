import { say } from '../../message';
import { clickAction, from, list, name, object, oneOf, property, required, text } from '../rows';
import { anywhere, component, enabled, visible } from './shared';

export const navigation = [
  component({
    type: 'Footer',
    about: say('The button at the bottom of the screen.'),
    places: anywhere,
    properties: {
      label: property(text({ minLength: 1 }), say('The text of the button.'), { ...required, softLimit: 35 }),
      'on-click-action': property(
        clickAction('navigate', 'data_exchange', 'complete'),
        say('What the button does.'),
        required,
      ),
      'left-caption': property(
        text(),
        say('Small print above the button, on the left; goes with the right one.'),
        {
          softLimit: 15,
          needs: ['right-caption'],
        },
      ),
      'center-caption': property(text(), say('Small print above the button, in the middle; stands alone.'), {
        softLimit: 15,
        excludes: ['left-caption', 'right-caption'],
      }),
      'right-caption': property(
        text(),
        say('Small print above the button, on the right; goes with the left one.'),
        {
          softLimit: 15,
          needs: ['left-caption'],
        },
      ),
      enabled,
    },
  }),
  component({
    type: 'EmbeddedLink',
    about: say('A text that does something when it is tapped.'),
    places: anywhere,
    properties: {
      text: property(text({ blank: 'refused' }), say('The text of the link.'), {
        ...required,
        softLimit: 25,
      }),
      'on-click-action': property(
        clickAction('data_exchange', 'navigate', from('6.0', 'open_url')),
        say('What the link does.'),
        required,
      ),
      visible,
    },
  }),
  component({
    type: 'NavigationList',
    since: '6.2',
    about: say('A list whose rows lead to other screens; alone on its screen, or with a second one.'),
    formValue: 'string',
    places: { layout: '6.2', form: '6.2' },
    properties: {
      name: property(
        name,
        say('The name under which the chosen row is read, as in {0}; unique on the screen.', '${form.name}'),
        required,
      ),
      'list-items': property(list(object('navigationItem'), { min: 1 }), say('The rows.'), {
        ...required,
        softItems: { max: 20 },
      }),
      label: property(text(), say('The heading of the list.'), { softLimit: 80 }),
      description: property(text(), say('A text below the heading.'), { softLimit: 300 }),
      'media-size': property(oneOf('regular', 'large'), say('How large the images of the rows are.'), {
        default: 'regular',
      }),
      'on-click-action': property(
        clickAction('navigate', 'data_exchange'),
        say('What a row does; either here or on every row.'),
      ),
    },
  }),
];
