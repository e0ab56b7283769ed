import { atLeast, type Version } from '../../catalogue';
import type { Facts } from '../../diagnosis';
import { asExpression } from '../../expression/joinedText';
import { isReferenceable, openReferencesIn, type ReferencePath } from '../../text/reference';
import type { DynamicValue } from '../../expression/dynamicValues';
import { say, shortened, type Message } from '../../message';
import type { Screen } from '../../model/screen';
import { closingBraceMissing, notAReference, notReferenceable } from '../common/referenceSentences';
import type { ScreenRule } from '../rule';
import { forValues, stretchOf, takesText } from '../common/valueRules';

export const badlyFormed: ScreenRule = {
  id: 'reference-badly-formed',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'observed',
  rows: [65],
  about: 'A reference is written ${data.x}, ${form.x} or, for another screen, ${screen.ID.data.x}.',
  checkScreen: forValues((value, report, _version, screen) => {
    if (value.reading === 'text' || value.types.length === 0) return;
    for (const reference of value.references) {
      const fault = faultOf(reference.inner, reference.to, screen);
      if (fault) report({ node: value.node, ...stretchOf(value, reference), ...fault });
    }
  }),
};

interface Fault {
  readonly message: Message;
  readonly facts?: Facts;
}

function faultOf(inner: string, to: ReferencePath | undefined, screen: Screen): Fault | undefined {
  if (to?.path.every(isReferenceable)) return undefined;
  if (/[[\]]/.test(inner)) {
    return { message: say('A reference cannot pick one item of a list; bind the whole list.') };
  }
  if (to) {
    const step = to.path.find((one) => !isReferenceable(one))!;
    return {
      message: notReferenceable(step),
    };
  }
  const suggestion = meant(inner.trim(), screen);
  return suggestion === undefined
    ? {
        message: notAReference,
      }
    : { message: say('This is no reference; did you mean {0}?', suggestion), facts: { suggestion } };
}

/** What was probably meant by something that is no reference. */
function meant(inner: string, screen: Screen): string | undefined {
  if (isReferenceable(inner)) {
    if (screen.data().has(inner)) return `\${data.${inner}}`;
    if (screen.named().has(inner)) return `\${form.${inner}}`;
  }
  return /^(screen\.\w+\.)?(data|form)(\.[\w-]+)+$/.test(inner) ? `\${${inner}}` : undefined;
}

export const mixedText: ScreenRule = {
  id: 'reference-in-text',
  codes: ['REFERENCE_IN_TEXT', 'INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'warning',
  provenance: 'observed',
  about: 'A reference is the whole value; among other text WhatsApp shows it as it stands.',
  checkScreen: forValues((value, report, version) => {
    const { node, text, reading, backticks, component, types, shape } = value;
    // RichText has a rule of its own about whole references in its lists.
    const isStatic = types.length === 0 && !(component?.type === 'RichText' && reading !== 'text');
    const isMixed = types.length > 0 && reading === 'text' && !backticks;
    if (!isStatic && !isMixed) return;
    if (isMixed && !takesText(shape)) {
      // What does not begin as a reference is of the wrong type as a whole.
      if (text.startsWith('${')) {
        report({ node, code: 'INVALID_SCREEN_DYNAMIC_DATA', severity: 'error', ...wholeOnly(text) });
      }
      return;
    }
    const shown = value.references.find(({ to }) => to !== undefined);
    const open = shown
      ? undefined
      : openReferencesIn(text).find(({ inner }) => /^(data|form|screen)\./.test(inner));
    const first = shown ?? open;
    if (!first) return;
    report({
      node,
      inside: [first.start, first.end],
      ...(isStatic ? staticText : open ? braceMissing(open.inner) : mixed(value, version)),
    });
  }),
};

const staticText: Fault = { message: say('This text is static: WhatsApp shows the reference as it stands.') };

function wholeOnly(text: string): Fault {
  const [open] = openReferencesIn(text);
  return open?.start === 0 && open.end === text.length
    ? braceMissing(open.inner)
    : { message: say('A reference has to be the whole value: {0} and nothing else.', '${data.x}') };
}

function braceMissing(inner: string): Fault {
  return {
    message: closingBraceMissing,
    facts: { suggestion: `\${${inner}}` },
  };
}

function mixed(value: DynamicValue, version: Version): Fault {
  const expression = atLeast(version, '6.0') ? expressionFor(value) : undefined;
  if (expression === undefined) {
    return {
      message: say(
        'WhatsApp shows this reference as it stands, because there is other text around it. The reference has to be the whole value.',
      ),
    };
  }
  return {
    message: say(
      'WhatsApp shows this reference as it stands, because there is other text around it. Use an expression: {0}.',
      shortened(expression),
    ),
    facts: { expression },
  };
}

/** Mixed text as an expression; RichText takes none. */
function expressionFor({ text, component }: DynamicValue): string | undefined {
  return component?.type === 'RichText' ? undefined : asExpression(text);
}
