import { isBinding, isExpression } from '../../text/reference';
import { say } from '../../message';
import { items, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { forComponents, staticTextsOf } from '../common/componentValues';

const richTextDynamic: ScreenRule = {
  id: 'rich-text-dynamic',
  since: '5.1',
  codes: ['INVALID_TEXT_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'observed',
  about: 'The text of a RichText is static, or one reference; no expression, and no reference in a list.',
  checkScreen: forComponents(['RichText'], (component, report) => {
    const value = valueOf(component.node, 'text');
    const whole = stringOf(value);
    if (whole !== undefined && isExpression(whole)) {
      report({
        node: value!,
        message: say(
          'RichText takes no expressions: write static text, or one reference such as {0}.',
          '${data.text}',
        ),
      });
    }
    for (const node of items(value)) {
      const text = stringOf(node) ?? '';
      if (!isBinding(text) && !isExpression(text)) continue;
      report({
        node,
        message: say(
          'The texts of this list are static. For data, make the whole of "{0}" one reference such as {1}.',
          'text',
          '${data.text}',
        ),
      });
    }
  }),
};

/** `![alt](target)`; an alt text stops at the next bracket and the target is bounded, so that the search stays linear. */
const image = /!\[[^[\]\n]{0,300}\]\(([^)\s]{0,40})/g;

const richTextImages: ScreenRule = {
  id: 'rich-text-images',
  since: '5.1',
  codes: ['RICH_TEXT_IMAGE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Images in a RichText stand in the text itself, as PNG in base64.',
  checkScreen: forComponents(['RichText'], (component, report) => {
    for (const { node, text } of staticTextsOf(valueOf(component.node, 'text'))) {
      for (const found of text.matchAll(image)) {
        const target = found[1]!;
        const inside = [found.index, found.index + found[0].length] as const;
        if (!/^data:image\/(?:png|jpe?g|webp);base64,/i.test(target)) {
          report({
            node,
            inside,
            message: say('Only an image in the text itself is shown: {0}', '![…](data:image/png;base64,…)'),
          });
        } else if (!/^data:image\/png;/i.test(target)) {
          report({
            node,
            inside,
            severity: 'info',
            provenance: 'observed',
            message: say('PNG is the safest here: other images are documented, but not shown everywhere.'),
          });
        }
      }
    }
  }),
};

const richTextTables: ScreenRule = {
  id: 'rich-text-tables',
  since: '5.1',
  codes: ['RICH_TEXT_TABLE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'A table in a RichText has a line of dashes below its header.',
  checkScreen: forComponents(['RichText'], (component, report) => {
    // Authors put the lines of a table into one text or into one item each.
    let before: 'text' | 'header' | 'table' = 'text';
    for (const { node, text } of staticTextsOf(valueOf(component.node, 'text'))) {
      let start = 0;
      for (const line of text.split('\n')) {
        const isRow = line.trim().startsWith('|') && line.trim().length > 1;
        const isRule = isRow && /^[|:\-\s]+$/.test(line) && line.includes('-');
        if (before === 'header' && isRow && !isRule) {
          report({
            node,
            inside: [start, start + line.length],
            message: say('This table has no line {0} below its header, so it is shown as text.', '|---|---|'),
          });
        }
        before = !isRow ? 'text' : before === 'text' ? 'header' : 'table';
        start += line.length + 1;
      }
    }
  }),
};

export const richTextRules = [richTextDynamic, richTextImages, richTextTables];
