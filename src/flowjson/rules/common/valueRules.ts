import type { Shape, Version } from '../../catalogue';
import type { ReferencePath } from '../../text/reference';
import { typeOfReference, typeOnScreen, type Resolution } from '../../expression/resolve';
import { dynamicValues, valuesElsewhere, type DynamicValue } from '../../expression/dynamicValues';
import type { Screen } from '../../model/screen';
import type { FlowRule, Report, RuleFacts, ScreenRule } from '../rule';

/** What a check of one value may ask. */
export interface Asked {
  readonly screen: Screen;
  readonly version: Version;
  readonly report: Report;
  /** Where a reference of the value leads. */
  readonly resolve: (to: ReferencePath) => Resolution;
}

/**
 * A check of values as two rules: values that refer to their own screen only are looked at when that screen changes, the
 * few that refer to other screens at every keystroke.
 */
export function acrossScreens(
  facts: RuleFacts,
  check: (value: DynamicValue, asked: Asked) => void,
): readonly [ScreenRule, FlowRule] {
  const local: ScreenRule = {
    ...facts,
    checkScreen(screen, report, { version }) {
      const resolve = (to: ReferencePath): Resolution => typeOnScreen(screen, to);
      for (const value of dynamicValues(screen, version)) {
        if (!value.elsewhere) check(value, { screen, version, report, resolve });
      }
    },
  };
  const elsewhere: FlowRule = {
    ...facts,
    id: `${facts.id}-elsewhere`,
    checkFlow(flow, report) {
      const { version } = flow;
      for (const screen of flow.screens) {
        const resolve = (to: ReferencePath): Resolution => typeOfReference(flow, screen, to);
        for (const value of valuesElsewhere(screen, version))
          check(value, { screen, version, report, resolve });
      }
    },
  };
  return [local, elsewhere];
}

/** A check of every dynamic value of a screen that needs nothing but the screen. */
export function forValues(
  check: (value: DynamicValue, report: Report, version: Version, screen: Screen) => void,
): ScreenRule['checkScreen'] {
  return (screen, report, { version }) => {
    for (const value of dynamicValues(screen, version)) check(value, report, version, screen);
  };
}

/** Where a reference stands: the whole string for a binding, else its stretch. */
export function stretchOf(
  { reading }: DynamicValue,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly inside?: readonly [number, number] } {
  return reading === 'binding' ? {} : { inside: [start, end] };
}

/** Whether any text at all may stand there. */
export function takesText(shape: Shape): boolean {
  return shape.is === 'text' || shape.is === 'any' || (shape.is === 'oneOf' && shape.shapes.some(takesText));
}
