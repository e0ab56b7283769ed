import { atLeast, before, type Version } from '../../catalogue';
import { listed, say } from '../../message';
import type { Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import { property } from '../../text/nodes';
import { isWellPlaced } from '../common/wellPlaced';
import type { ScreenRule } from '../rule';

/** How many RichTexts there may be is a matter of counting (`too-many-of-one-type`). */
export const richTextAlone: ScreenRule = {
  id: 'rich-text-alone',
  codes: ['INVALID_COMPONENT_PLACEMENT', 'INVALID_RICHTEXT_PLACEMENT'],
  severity: 'error',
  provenance: 'documented',
  since: '5.1',
  about: 'RichText stands alone on its screen; from 6.3 on with a Footer.',
  checkScreen(screen, report, { version }) {
    const footer = atLeast(version, '6.3');
    const allowed = footer ? ['RichText', 'Footer'] : ['RichText'];
    const [richText, others] = beside(screen, version, 'RichText', allowed);
    if (richText === undefined || others.length === 0) return;
    report({
      node: richText.node,
      code: before(version, '6.0') ? 'INVALID_RICHTEXT_PLACEMENT' : 'INVALID_COMPONENT_PLACEMENT',
      message: footer
        ? say('RichText stands alone on a screen, with a Footer at most. Move away: {0}.', typesOf(others))
        : say(
            'RichText stands alone on a screen, before version 6.3 even without a Footer. Move away: {0}.',
            typesOf(others),
          ),
      facts: { component: 'RichText' },
      related: placesOf(others),
    });
  },
};

export const navigationListAlone: ScreenRule = {
  id: 'navigation-list-alone',
  codes: ['INVALID_COMPONENT_PLACEMENT'],
  severity: 'error',
  provenance: 'documented',
  since: '6.2',
  about:
    'A NavigationList shares its screen with another NavigationList only; a Form around it is tolerated.',
  checkScreen(screen, report, { version }) {
    const [list, others] = beside(screen, version, 'NavigationList', ['NavigationList', 'Form']);
    if (list === undefined || others.length === 0) return;
    report({
      node: list.node,
      message: say(
        'Beside a NavigationList only another NavigationList may stand. Move to another screen: {0}.',
        typesOf(others),
      ),
      facts: { component: 'NavigationList' },
      related: placesOf(others),
    });
  },
};

export const navigationListOnTerminal: ScreenRule = {
  id: 'navigation-list-on-terminal-screen',
  codes: ['INVALID_PROPERTY_KEY'],
  severity: 'error',
  provenance: 'documented',
  since: '6.2',
  about: 'A screen with a NavigationList is not terminal.',
  checkScreen(screen, report) {
    const list = screen.components.find(({ type }) => type === 'NavigationList');
    const terminal = property(screen.node, 'terminal');
    if (list === undefined || terminal === undefined || !screen.terminal) return;
    report({
      node: terminal.keyNode,
      message: say(
        'A screen with a NavigationList cannot be terminal: remove {0}, or move the list.',
        '"terminal"',
      ),
      facts: { property: 'terminal' },
      related: [{ node: list.typeNode!, message: say('The NavigationList.') }],
    });
  },
};

/** The first component of a type that stands right, and all components of the screen that must not stand beside it. */
function beside(
  screen: Screen,
  version: Version,
  type: string,
  allowed: readonly string[],
): readonly [first: Component | undefined, others: readonly Component[]] {
  const first = screen.components.find(
    (component) => component.type === type && isWellPlaced(component, version),
  );
  return [first, first ? screen.components.filter((component) => !allowed.includes(component.type)) : []];
}

function typesOf(components: readonly Component[]): string {
  return listed([...new Set(components.map(({ type }) => type))].filter((type) => type !== ''));
}

function placesOf(components: readonly Component[]) {
  return components.slice(0, 10).map(({ node, type }) => ({ node, message: say('{0} stands here.', type) }));
}
