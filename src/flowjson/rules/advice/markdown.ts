import { say } from '../../message';
import { isBoolean, valueOf } from '../../text/nodes';
import { forComponents, staticTextsOf } from '../common/componentValues';
import type { ScreenRule } from '../rule';

const texts = ['TextBody', 'TextCaption'];

/** Signs that nobody writes without meaning them. No repetition runs over the beginning of another match, so that a search stays linear. */
const signs = /\*\*[^*\n]{1,300}\*\*|~~[^~\n]{1,300}~~|\[[^[\]\n]{1,300}\]\(https?:/;

const unusedSigns: ScreenRule = {
  id: 'markdown-off',
  since: '5.1',
  codes: ['MARKDOWN_OFF'],
  severity: 'info',
  provenance: 'documented',
  about: 'Signs of markdown stand where markdown is on.',
  checkScreen: forComponents(texts, (component, report) => {
    if (valueOf(component.node, 'markdown') !== undefined) return;
    for (const { node, text } of staticTextsOf(valueOf(component.node, 'text'))) {
      const found = signs.exec(text);
      if (!found) continue;
      report({
        node,
        inside: [found.index, found.index + found[0].length],
        message: say('Without "{0}" these signs are shown as they stand. Add "{0}": true.', 'markdown'),
        facts: { property: 'markdown' },
      });
      return;
    }
  }),
};

const listInCaption: ScreenRule = {
  id: 'markdown-list-in-caption',
  since: '5.1',
  codes: ['MARKDOWN_LIST_IN_CAPTION'],
  severity: 'warning',
  provenance: 'observed',
  about: 'Lists stand in a TextBody: a TextCaption does not draw them.',
  checkScreen: forComponents(['TextCaption'], (component, report) => {
    if (!isBoolean(valueOf(component.node, 'markdown'), true)) return;
    for (const { node, text } of staticTextsOf(valueOf(component.node, 'text'))) {
      const found = /^[ \t]{0,3}(?:[-+]|\d{1,3}\.) \S/m.exec(text);
      if (!found) continue;
      report({
        node,
        inside: [found.index, found.index + found[0].length],
        message: say('A TextCaption draws no lists, though they are documented. Use a TextBody.'),
        facts: { suggestion: 'TextBody' },
      });
      return;
    }
  }),
};

const richOnly: ScreenRule = {
  id: 'markdown-rich-text-only',
  since: '5.1',
  codes: ['MARKDOWN_RICH_TEXT_ONLY'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Headings, tables and images of markdown belong to RichText.',
  checkScreen: forComponents(texts, (component, report) => {
    if (!isBoolean(valueOf(component.node, 'markdown'), true)) return;
    for (const { node, text } of staticTextsOf(valueOf(component.node, 'text'))) {
      const found = /^#{1,6} \S|^\|[ \t]?:?-{3}|!\[[^[\]\n]{0,300}\]\(/m.exec(text);
      if (!found) continue;
      report({
        node,
        inside: [found.index, found.index + found[0].length],
        message: say('Headings, tables and images work in a RichText only; here their signs are shown.'),
      });
      return;
    }
  }),
};

export const markdownRules = [unusedSigns, listInCaption, richOnly];
