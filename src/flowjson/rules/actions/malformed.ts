import { before, type Version } from '../../catalogue/versions';
import { asExpression } from '../../expression/joinedText';
import { isExpression, isReferenceable, openReferencesIn } from '../../text/reference';
import { say, shortened } from '../../message';
import {
  closingBraceMissing,
  expressionsTooEarly,
  notAReference,
  notReferenceable,
  otherScreensTooEarly,
} from '../common/referenceSentences';
import type { ScreenRule } from '../rule';
import { actionReferences } from './actionReferences';
import { actionTexts, readingOf } from './payload';

const codes = ['INVALID_ON_CLICK_ACTION_PAYLOAD', 'INVALID_SCREEN_DYNAMIC_DATA'] as const;

/** Row 51: a value that is one reference, but a badly formed one. Inside expressions: `payload-expression`. */
export const payloadReferenceMalformed: ScreenRule = {
  id: 'payload-reference-malformed',
  codes,
  severity: 'error',
  provenance: 'documented',
  rows: [51],
  about: 'References in actions are well formed.',
  checkScreen(screen, report, { version }) {
    for (const { reference, reading, place } of actionReferences(screen, version).all) {
      if (reading !== 'binding') continue;
      const code = place === 'payload' ? codes[0] : codes[1];
      const { node, to } = reference;
      if (!to) {
        report({
          node,
          code,
          message: notAReference,
        });
        continue;
      }
      if (to.screen !== undefined && before(version, '4.0')) {
        report({ node, code, message: otherScreensTooEarly });
        continue;
      }
      const step = to.path.find((one) => !isReferenceable(one));
      if (step === undefined || before(version, '4.0')) continue;
      report({
        node,
        code,
        severity: 'warning',
        message: notReferenceable(step),
      });
    }
    for (const action of screen.actions()) {
      for (const { node, place } of actionTexts(action)) {
        const text = node.value as string;
        if (!text.startsWith('${') || openReferencesIn(text)[0]?.start !== 0) continue;
        report({
          node,
          code: place === 'payload' ? codes[0] : codes[1],
          message: closingBraceMissing,
        });
      }
    }
  },
};

/** References among other text stay as they are written: the most frequent mistake in flows of all. */
export const referenceInText: ScreenRule = {
  id: 'payload-reference-in-text',
  codes: ['REFERENCE_IN_TEXT'],
  severity: 'warning',
  provenance: 'observed',
  about: 'A reference in an action is the whole value, or stands in an expression.',
  checkScreen(screen, report, { version }) {
    for (const action of screen.actions()) {
      for (const { node } of actionTexts(action)) {
        const text = node.value as string;
        if (!isMixed(text, version)) continue;
        const expression = before(version, '6.0') ? undefined : asExpression(text);
        report({
          node,
          message:
            expression === undefined
              ? say(
                  'WhatsApp sends this reference as it stands, because there is other text around it. The reference has to be the whole value.',
                )
              : say(
                  'WhatsApp sends this reference as it stands, because there is other text around it. Use an expression: {0}.',
                  shortened(expression),
                ),
          facts: expression === undefined ? {} : { expression },
        });
      }
    }
  },
};

/** Backticks mean nothing before 6.0. */
export const expressionTooEarly: ScreenRule = {
  id: 'payload-expression-too-early',
  codes: ['EXPRESSION_BEFORE_6_0'],
  severity: 'warning',
  provenance: 'documented',
  until: '6.0',
  about: 'Expressions in actions are known from 6.0 on.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      for (const { node } of actionTexts(action)) {
        const text = node.value as string;
        if (!isExpression(text) || !text.includes('${')) continue;
        report({
          node,
          message: expressionsTooEarly,
          facts: { version: '6.0' },
        });
      }
    }
  },
};

/** Text with a closed reference somewhere inside of it. */
function isMixed(text: string, version: Version): boolean {
  const at = text.indexOf('${');
  if (at < 0 || readingOf(text, version) !== 'static' || isExpression(text)) return false;
  return text.includes('}', at) && openReferencesIn(text)[0]?.start !== 0;
}
