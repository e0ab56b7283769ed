import { say } from '../../message';
import { properties, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, forComponents } from '../common/componentValues';

const largeEnd: ScreenRule = {
  id: 'navigation-large-end',
  since: '6.2',
  codes: ['INVALID_PROPERTY_VALUE_FOR_CONDITION'],
  severity: 'error',
  provenance: 'observed',
  about: 'Rows with large images have no texts at their end.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    const size = valueOf(component.node, 'media-size');
    if (stringOf(size) !== 'large') return;
    const end = entriesOf(component, 'list-items')
      .map((row) => valueOf(row, 'end'))
      .find((node) => node !== undefined);
    if (!end) return;
    report({
      node: size!,
      message: say(
        '"{0}": "{1}" leaves no room for "{2}". Remove that from the rows or use "{3}".',
        'media-size',
        'large',
        'end',
        'regular',
      ),
      facts: { suggestion: 'regular' },
      related: [{ node: end, message: say('The first row with texts at its end stands here.') }],
    });
  }),
};

const endOnSome: ScreenRule = {
  id: 'navigation-end-on-some',
  since: '6.2',
  codes: ['NAVIGATION_END_ON_SOME'],
  severity: 'warning',
  provenance: 'observed',
  about: 'All rows have texts at their end, or none.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    const rows = entriesOf(component, 'list-items');
    const lacking = rows.filter((row) => valueOf(row, 'end') === undefined);
    if (lacking.length === 0 || lacking.length === rows.length) return;
    report({
      node: lacking[0]!,
      message: say(
        '{0} of {1} rows have "{2}", this one has none. Give it to all of them or to none.',
        rows.length - lacking.length,
        rows.length,
        'end',
      ),
      facts: { property: 'end' },
    });
  }),
};

const endWithBadge: ScreenRule = {
  id: 'navigation-end-with-badge',
  since: '6.2',
  codes: ['NAVIGATION_END_WITH_BADGE'],
  severity: 'warning',
  provenance: 'observed',
  about: 'A row has a badge or texts at its end, not both.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    for (const row of entriesOf(component, 'list-items')) {
      const badge = valueOf(row, 'badge');
      if (badge === undefined || valueOf(row, 'end') === undefined) continue;
      report({
        node: badge,
        message: say('"{0}" and "{1}" do not go together on a row. Remove one.', 'badge', 'end'),
        facts: { property: 'badge' },
      });
    }
  }),
};

const oneBadge: ScreenRule = {
  id: 'navigation-one-badge',
  since: '6.2',
  codes: ['NAVIGATION_BADGES'],
  severity: 'warning',
  provenance: 'documented',
  about: 'At most one row of a NavigationList has a badge.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    const badges = entriesOf(component, 'list-items')
      .map((row) => valueOf(row, 'badge'))
      .filter((node) => node !== undefined);
    if (badges.length < 2) return;
    report({
      node: badges[1]!,
      message: say('{0} rows have a badge; only one may. Keep the most important.', badges.length),
      facts: { property: 'badge' },
      related: [{ node: badges[0]!, message: say('The first badge stands here.') }],
    });
  }),
};

const endTexts: ScreenRule = {
  id: 'navigation-end-texts',
  since: '6.2',
  codes: ['NAVIGATION_END_TEXTS'],
  severity: 'warning',
  provenance: 'documented',
  about: 'The end of a row has one or two of title, description and metadata.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    for (const row of entriesOf(component, 'list-items')) {
      const end = valueOf(row, 'end');
      if (end?.type !== 'object') continue;
      const texts = properties(end).filter(({ key }) => ['title', 'description', 'metadata'].includes(key));
      if (texts.length === 1 || texts.length === 2) continue;
      report({
        node: end,
        message: say(
          '"{0}" takes one or two of {1}; this one has {2}.',
          'end',
          'title, description, metadata',
          texts.length,
        ),
      });
    }
  }),
};

export const navigationItemRules = [largeEnd, endOnSome, endWithBadge, oneBadge, endTexts];
