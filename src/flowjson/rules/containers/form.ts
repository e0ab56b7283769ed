import { componentFact, holdsFor } from '../../catalogue';
import { say } from '../../message';
import { formAround, type Component } from '../../model/component';
import { referencesOf } from '../../model/reference';
import { properties, stringsBelow } from '../../text/nodes';
import { isWellPlaced } from '../common/wellPlaced';
import type { ScreenRule } from '../rule';

/** Row 81. Before 4.0 inputs always stand in a Form, which is the schema's to say (row 15). */
export const outsideForm: ScreenRule = {
  id: 'input-outside-form',
  codes: ['COMPONENTS_OUTSIDE_FORM'],
  severity: 'error',
  provenance: 'documented',
  rows: [81],
  since: '4.0',
  about: 'On a screen with a Form, all inputs stand inside of it.',
  checkScreen(screen, report, { version }) {
    const form = screen.components.find(
      (component) => component.type === 'Form' && isWellPlaced(component, version),
    );
    if (form === undefined) return;
    for (const component of screen.components) {
      const fact = componentFact(component.type);
      // A NavigationList stands alone anyway: its own rule says so.
      if (fact?.formValue === undefined || component.type === 'NavigationList') continue;
      if (!holdsFor(fact, version) || formAround(component)) continue;
      report({
        node: component.node,
        message: say('{0} stands outside of the Form of this screen: move it inside.', titleOf(component)),
        facts: { component: component.type, ...(component.name !== undefined && { name: component.name }) },
        related: [{ node: form.typeNode!, message: say('The Form of this screen.') }],
        ...(!fact.joinsForm && { severity: 'warning', provenance: 'advice' }),
      });
    }
  },
};

/** Row 82, dropped from Meta's page since. */
export const footerReadsForm: ScreenRule = {
  id: 'footer-outside-form-reads-form',
  codes: ['INVALID_FOOTER_PAYLOAD_OUTSIDE_FORM'],
  severity: 'error',
  provenance: 'documented',
  rows: [82],
  until: '4.0',
  about: 'Before 4.0 a Footer outside of the Form does not read its inputs.',
  checkScreen(screen, report) {
    // Without a Form it is the inputs that stand wrong (row 15).
    if (!screen.components.some(({ type }) => type === 'Form')) return;
    for (const { component, payload } of screen.actions()) {
      if (component.type !== 'Footer' || formAround(component)) continue;
      for (const { value } of properties(payload)) {
        for (const node of value ? stringsBelow(value) : []) {
          if (!referencesOf(node).some(({ to }) => to?.scope === 'form')) continue;
          report({
            node,
            message: say(
              'Before version 4.0 only a Footer inside of the Form can read its inputs: move the Footer inside.',
            ),
            facts: { component: 'Footer' },
          });
        }
      }
    }
  },
};

function titleOf({ type, name }: Component): string {
  return name === undefined ? type : `${type} ${name}`;
}
