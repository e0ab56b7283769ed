import { maxDropdownOptionsWithImages } from '../../catalogue';
import { say } from '../../message';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, forComponents } from '../common/componentValues';

const withMedia = ['CheckboxGroup', 'RadioButtonsGroup', 'Dropdown'];

const bothMedia: ScreenRule = {
  id: 'option-image-and-colour',
  since: '5.0',
  codes: ['DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR'],
  severity: 'error',
  provenance: 'observed',
  about: 'The options of a list have images or colours, never both.',
  checkScreen: forComponents(withMedia, (component, report) => {
    const options = entriesOf(component, 'data-source');
    const image = options.map((option) => valueOf(option, 'image')).find((node) => node !== undefined);
    const colour = options.map((option) => valueOf(option, 'color')).find((node) => node !== undefined);
    if (!image || !colour) return;
    report({
      node: valueOf(component.node, 'data-source')!,
      message: say(
        'The options have images and colours. Keep "{0}" on all of them or "{1}" on all of them.',
        'image',
        'color',
      ),
      facts: { keep: 'image', remove: 'color' },
      related: [
        { node: image, message: say('The first image stands here.') },
        { node: colour, message: say('The first colour stands here.') },
      ],
    });
  }),
};

const someMedia: ScreenRule = {
  id: 'option-media-on-some',
  since: '5.0',
  codes: ['OPTION_MEDIA_ON_SOME'],
  severity: 'warning',
  provenance: 'advice',
  about: 'All options of a list have an image, or none; the same for colours.',
  checkScreen: forComponents(withMedia, (component, report) => {
    const options = entriesOf(component, 'data-source');
    const has = (key: string) => options.filter((option) => valueOf(option, key) !== undefined).length;
    const counts = { image: has('image'), color: has('color') };
    // With both, it is the rule above that has something to say.
    if (counts.image > 0 && counts.color > 0) return;
    for (const key of ['image', 'color'] as const) {
      if (counts[key] === 0 || counts[key] === options.length) continue;
      const lacking = options.find((option) => valueOf(option, key) === undefined)!;
      report({
        node: lacking,
        message: say(
          '{0} of {1} options have "{2}", this one has none. Give it to all of them or to none.',
          counts[key],
          options.length,
          key,
        ),
        facts: { property: key },
      });
    }
  }),
};

const manyImages: ScreenRule = {
  id: 'dropdown-images',
  since: '5.0',
  codes: ['TOO_MANY_OPTIONS_WITH_IMAGES'],
  severity: 'warning',
  provenance: 'documented',
  about: 'A Dropdown whose options have images has at most 100 of them.',
  checkScreen: forComponents(['Dropdown'], (component, report) => {
    const options = entriesOf(component, 'data-source');
    if (options.length <= maxDropdownOptionsWithImages) return;
    if (options.every((option) => valueOf(option, 'image') === undefined)) return;
    report({
      node: options[maxDropdownOptionsWithImages]!,
      message: say(
        'With images a Dropdown has at most {0} options; this one has {1}.',
        maxDropdownOptionsWithImages,
        options.length,
      ),
    });
  }),
};

export const optionMediaRules = [bothMedia, someMedia, manyImages];
