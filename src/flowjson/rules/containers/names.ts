import { componentFact, propertyHistory } from '../../catalogue';
import { say } from '../../message';
import type { Component } from '../../model/component';
import type { ScreenRule } from '../rule';

/** Rows 75 and 76. Meta documents it for a Form; its client looks at the whole screen, at branches that exclude each other too. */
export const namesUnique: ScreenRule = {
  id: 'component-name-duplicate',
  codes: ['DUPLICATE_FORM_COMPONENT_NAMES'],
  severity: 'error',
  provenance: 'documented',
  rows: [75, 76],
  about: 'Names of components are unique on their screen, over all branches.',
  checkScreen(screen, report) {
    for (const [name, components] of screen.named()) {
      const [first, ...others] = components.filter(hasName);
      for (const { nameNode } of others) {
        report({
          node: nameNode!,
          message: say('Two components of this screen are called {0}: give this one another name.', name),
          facts: { name },
          related: [{ node: first!.nameNode!, message: say('The first component called {0}.', name) }],
        });
      }
    }
  },
};

/** A name on a component that has none is an unknown property, and reported as such. */
function hasName({ type }: Component): boolean {
  const fact = componentFact(type);
  return fact !== undefined && propertyHistory(fact, 'name').length > 0;
}
