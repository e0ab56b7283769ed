import { before } from '../../catalogue';
import { say } from '../../message';
import { expressionsTooEarly, otherScreensTooEarly } from '../common/referenceSentences';
import type { ScreenRule } from '../rule';
import { forValues, takesText } from '../common/valueRules';

/** What a version cannot read yet is shown as text, or does not fit where something else than text is wanted. */
export const tooNew: ScreenRule = {
  id: 'reference-too-new',
  until: '6.0',
  codes: ['REFERENCE_IN_TEXT', 'PATTERN_MISMATCH'],
  severity: 'warning',
  provenance: 'documented',
  about:
    'Expressions exist from 6.0 on; references to other screens, and to inputs in properties, from 4.0 on.',
  checkScreen: forValues(({ node, shape, types, backticks, references }, report, version) => {
    if (types.length === 0 || references.length === 0) return;
    const isText = takesText(shape);
    if (backticks) {
      // Where no text may stand, backticks are refused with the type.
      if (isText)
        report({
          node,
          message: expressionsTooEarly,
        });
      return;
    }
    if (!before(version, '4.0')) return;
    const verdict = isText ? {} : ({ code: 'PATTERN_MISMATCH', severity: 'error' } as const);
    const [{ to }] = references as [(typeof references)[number]];
    if (to?.screen !== undefined) {
      report({ node, ...verdict, message: otherScreensTooEarly });
    } else if (to?.scope === 'form') {
      report({
        node,
        ...verdict,
        message: say('Before {0} references to inputs are possible in payloads only.', '4.0'),
      });
    }
  }),
};
