import { componentFact, propertiesOf } from '../../catalogue';
import { say } from '../../message';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, forComponents, numberOf } from '../common/componentValues';

interface Pair {
  readonly min: string;
  readonly max: string;
  /** Documented for all, but Meta's client does not look at this one. */
  readonly unchecked?: boolean;
}

const selected = { min: 'min-selected-items', max: 'max-selected-items' };
const pairs: Readonly<Record<string, Pair>> = {
  CheckboxGroup: selected,
  ChipsSelector: { ...selected, unchecked: true },
  TextInput: { min: 'min-chars', max: 'max-chars' },
  PhotoPicker: { min: 'min-uploaded-photos', max: 'max-uploaded-photos' },
  DocumentPicker: { min: 'min-uploaded-documents', max: 'max-uploaded-documents' },
};

const minAboveMax: ScreenRule = {
  id: 'min-above-max',
  codes: ['MIN_VALUE_GREATER_THAN_MAX'],
  severity: 'error',
  provenance: 'documented',
  rows: [70],
  about: 'The least number of choices, characters or files is not above the greatest.',
  checkScreen: forComponents(Object.keys(pairs), (component, report) => {
    const { min, max, unchecked } = pairs[component.type]!;
    const minNode = valueOf(component.node, min);
    const maxNode = valueOf(component.node, max);
    const least = numberOf(minNode);
    const most = numberOf(maxNode);
    if (least === undefined || most === undefined || least <= most) return;
    report({
      node: minNode!,
      ...(unchecked && { severity: 'warning' }),
      message: say(
        '"{0}" is {1}, above "{2}" with {3}: nothing can satisfy both. Lower the one or raise the other.',
        min,
        least,
        max,
        most,
      ),
      facts: { min, max },
      related: [{ node: maxNode!, message: say('The greatest number stands here.') }],
    });
  }),
};

const minAboveDefaultMax: ScreenRule = {
  id: 'min-above-default-max',
  codes: ['MIN_ABOVE_DEFAULT_MAX'],
  severity: 'warning',
  provenance: 'advice',
  about: 'Without a greatest number, the least one is not above what applies then.',
  checkScreen: forComponents(Object.keys(pairs), (component, report, { version }) => {
    const { min, max } = pairs[component.type]!;
    if (valueOf(component.node, max) !== undefined) return;
    const minNode = valueOf(component.node, min);
    const least = numberOf(minNode);
    const facts = propertiesOf(componentFact(component.type)!, version);
    const usual = facts.get(max)?.default;
    const shape = facts.get(min)?.shape;
    // Out of its own bounds it is wrong already.
    const bound = (shape?.is === 'integer' ? shape.max : undefined) ?? Infinity;
    if (least === undefined || typeof usual !== 'number' || least <= usual || least > bound) return;
    report({
      node: minNode!,
      message: say(
        '"{0}" is {1}, but without "{2}" no more than {3} are accepted. Add it.',
        min,
        least,
        max,
        usual,
      ),
      facts: { property: max },
    });
  }),
};

const minAboveOptions: ScreenRule = {
  id: 'min-above-options',
  codes: ['MIN_ABOVE_NUMBER_OF_OPTIONS'],
  severity: 'warning',
  provenance: 'advice',
  about: 'No more choices are demanded than there are options.',
  checkScreen: forComponents(['CheckboxGroup', 'ChipsSelector'], (component, report) => {
    const node = valueOf(component.node, selected.min);
    const least = numberOf(node);
    const most = numberOf(valueOf(component.node, selected.max)) ?? Infinity;
    const options = entriesOf(component, 'data-source').length;
    // Above the greatest number of choices it is wrong already.
    if (least === undefined || options === 0 || least <= options || least > most) return;
    report({
      node: node!,
      message: say(
        '"{0}" demands {1} choices, but the number of options is {2}.',
        selected.min,
        least,
        options,
      ),
    });
  }),
};

export const minMaxRules = [minAboveMax, minAboveDefaultMax, minAboveOptions];
