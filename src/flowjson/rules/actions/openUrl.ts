import { isBinding, isExpression } from '../../text/reference';
import { say } from '../../message';
import { stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';

/** What the phone opens. That the text is a URI at all is said by its format (structure). */
const opens = /^https:\/\/\S/;
const withScheme = /^[a-z][a-z0-9+.-]*:/i;

export const openUrlHttps: ScreenRule = {
  id: 'open-url-https',
  codes: ['OPEN_URL_NOT_HTTPS'],
  severity: 'warning',
  provenance: 'observed',
  since: '6.0',
  about: 'The address of open_url begins with https://; phones open no other.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      const node = valueOf(action.node, 'url');
      const url = stringOf(node);
      if (action.name !== 'open_url' || url === undefined) continue;
      if (isBinding(url) || isExpression(url) || !withScheme.test(url) || opens.test(url)) continue;
      const http = /^https?:\/\/\S/i.exec(url) !== null;
      report({
        node: node!,
        message: say('Phones open addresses that begin with {0} only.', 'https://'),
        facts: { property: 'url', ...(http && { suggestion: url.replace(/^https?:/i, 'https:') }) },
      });
    }
  },
};
