import { say } from '../../message';
import { valueOf } from '../../text/nodes';
import { forComponents, literalOf } from '../common/componentValues';
import type { ScreenRule } from '../rule';

const footerEmoji: ScreenRule = {
  id: 'footer-emoji',
  codes: ['FOOTER_EMOJI'],
  severity: 'info',
  provenance: 'advice',
  about: 'The label of a Footer has no emoji: phones leave them out.',
  checkScreen: forComponents(['Footer'], (component, report) => {
    const node = valueOf(component.node, 'label');
    const found = /\p{Emoji_Presentation}/u.exec(literalOf(node) ?? '');
    if (!found) return;
    report({
      node: node!,
      inside: [found.index, found.index + found[0].length],
      message: say('Emoji are not shown in this button. Leave them out.'),
    });
  }),
};

export const footerRules = [footerEmoji];
