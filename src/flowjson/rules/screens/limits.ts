import {
  componentsPerScreen,
  maxCarouselsPerFlow,
  maxScreens,
  screenLimits,
  type ScreenLimit,
} from '../../catalogue/limits';
import { holdsFor } from '../../catalogue/versions';
import { say } from '../../message';
import type { Component } from '../../model/component';
import type { FlowRule, ScreenRule } from '../rule';
import { isWellPlaced } from '../common/wellPlaced';
import { isInBranch, mostShown } from './shown';

/** Row 68. */
export const tooManyScreens: FlowRule = {
  id: 'too-many-screens',
  codes: ['MAX_SCREENS_NUMBER'],
  severity: 'error',
  provenance: 'documented',
  rows: [68],
  about: 'A flow has at most 100 screens.',
  checkFlow(flow, report) {
    const { length } = flow.tree.screens;
    if (length <= maxScreens) return;
    report({
      node: flow.tree.screensNode!,
      message: say('A flow has at most {0} screens; this one has {1}.', maxScreens, length),
    });
  },
};

/** Meta documents 50, its client refuses more than 100. */
export const tooManyComponents: ScreenRule = {
  id: 'too-many-components',
  codes: ['MAX_ALLOWED_COMPONENTS_PER_SCREEN'],
  severity: 'warning',
  provenance: 'documented',
  about: 'A screen has at most 50 components (refused above 100), Forms not counted.',
  checkScreen(screen, report) {
    const { advised, max } = componentsPerScreen;
    if (screen.components.length <= advised) return;
    const { length } = mostShown(screen.components, ({ type }) => type !== 'Form');
    if (length <= advised) return;
    const node = screen.node;
    if (length > max) {
      report({
        node,
        message: say('A screen has at most {0} components; this one has {1}. Split it.', max, length),
        severity: 'error',
        provenance: 'observed',
      });
    } else {
      report({
        node,
        message: say(
          'A screen should have at most {0} components; this one has {1}. Split it.',
          advised,
          length,
        ),
      });
    }
  },
};

/** The documented names; Meta's client says COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN for all types. */
const documentedCodes: Readonly<Record<string, string>> = {
  EmbeddedLink: 'MAX_EMBEDDED_LINK_PER_SCREEN',
  Footer: 'MAX_FOOTER_PER_SCREEN',
  Image: 'MAX_IMAGE_PER_SCREEN',
  OptIn: 'MAX_OPT_IN_PER_SCREEN',
};

/** Rows 69 and 86. */
export const tooManyOfOneType: ScreenRule = {
  id: 'too-many-of-one-type',
  codes: [
    'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
    'MAX_EMBEDDED_LINK_PER_SCREEN',
    'MAX_FOOTER_PER_SCREEN',
    'MAX_IMAGE_PER_SCREEN',
    'MAX_OPT_IN_PER_SCREEN',
    'MORE_THAN_ONE_FOOTER',
  ],
  severity: 'error',
  provenance: 'documented',
  rows: [69, 86],
  about:
    'A screen has only so many components of a type; of the branches of an If or Switch the fullest counts.',
  checkScreen(screen, report, { version }) {
    const byType = new Map<string, number>();
    for (const { type } of screen.components) byType.set(type, (byType.get(type) ?? 0) + 1);
    for (const limit of screenLimits) {
      const all = limit.types.reduce((sum, type) => sum + (byType.get(type) ?? 0), 0);
      if (all <= limit.max || !holdsFor(limit, version)) continue;
      const shown = mostShown(
        screen.components,
        (component) => limit.types.includes(component.type) && isWellPlaced(component, version),
      );
      const surplus = shown[limit.max];
      if (surplus === undefined) continue;
      report({
        node: surplus.node,
        code: codeOf(limit, shown),
        provenance: limit.provenance,
        message: say(
          'A screen has at most {0} of {1}; this one shows up to {2}. Remove what is too many, or add a screen.',
          limit.max,
          limit.types.join(', '),
          shown.length,
        ),
        facts: { component: surplus.type },
        related: shown
          .filter((component) => component !== surplus)
          .slice(0, 10)
          .map(({ node, type }) => ({ node, message: say('This {0} counts too.', type) })),
      });
    }
  },
};

function codeOf({ types: [type] }: ScreenLimit, shown: readonly Component[]): string {
  if (type === 'Footer' && shown.some(isInBranch)) return 'MORE_THAN_ONE_FOOTER';
  return documentedCodes[type!] ?? 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN';
}

export const tooManyCarousels: FlowRule = {
  id: 'too-many-carousels',
  codes: ['COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
  severity: 'error',
  provenance: 'documented',
  since: '7.1',
  about: 'A flow has at most 3 ImageCarousels.',
  checkFlow(flow, report) {
    const carousels = flow.screens.flatMap((screen) =>
      screen.components.filter(({ type }) => type === 'ImageCarousel'),
    );
    const surplus = carousels[maxCarouselsPerFlow];
    if (surplus === undefined) return;
    report({
      node: surplus.node,
      message: say(
        'A flow has at most {0} of {1}; this one has {2}. Remove what is too many.',
        maxCarouselsPerFlow,
        'ImageCarousel',
        carousels.length,
      ),
      facts: { component: 'ImageCarousel' },
    });
  },
};
