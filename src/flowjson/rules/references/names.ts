import { isReferenceable } from '../../text/reference';
import { typeOnScreen } from '../../expression/resolve';
import { say } from '../../message';
import { containersOf, type Component } from '../../model/component';
import { notReferenceable } from '../common/referenceSentences';
import type { ScreenRule } from '../rule';
import { forValues, stretchOf } from '../common/valueRules';

export const keys: ScreenRule = {
  id: 'data-key-not-referenceable',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'warning',
  provenance: 'observed',
  about:
    'Keys of the data model consist of letters, digits and underscores, so that references can name them.',
  checkScreen(screen, report) {
    for (const { key, keyNode, value } of screen.data().values()) {
      // `required` of JSON Schema and half-typed keys are no entries.
      if (value?.type !== 'object' || key === '') continue;
      if (isReferenceable(key) && !key.includes('-')) continue;
      report({
        node: keyNode,
        message: notReferenceable(key),
        facts: { key, suggestion: key.replace(/\W+/g, '_') },
      });
    }
  },
};

/** Inputs that are not shown have no value. */
export const otherBranch: ScreenRule = {
  id: 'reference-to-other-branch',
  since: '4.0',
  codes: ['INPUT_IN_OTHER_BRANCH'],
  severity: 'info',
  provenance: 'advice',
  about: 'A component does not read an input that is never shown together with it.',
  checkScreen: forValues((value, report, _version, screen) => {
    if (!value.component || value.reading === 'text') return;
    for (const reference of value.references) {
      const { to } = reference;
      if (to?.scope !== 'form' || (to.screen !== undefined && to.screen !== screen.id)) continue;
      const resolution = typeOnScreen(screen, to);
      if (resolution.is !== 'input' || !areApart(value.component, resolution.component)) continue;
      report({
        node: value.node,
        ...stretchOf(value, reference),
        message: say('{0} stands in another branch: it has no value while this is shown.', to.path[0]!),
        related: [{ node: resolution.declaration, message: say('{0} is declared here.', to.path[0]!) }],
      });
    }
  }),
};

/** Whether two components stand in different branches of the same If or Switch. */
function areApart(a: Component, b: Component): boolean {
  const branches = new Map<Component, string>();
  for (const { parent, slot } of [a, ...containersOf(a)]) if (parent) branches.set(parent, slot);
  return [b, ...containersOf(b)].some(({ parent, slot }) => {
    const other = parent && branches.get(parent);
    return other !== undefined && other !== slot;
  });
}
