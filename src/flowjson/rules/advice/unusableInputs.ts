import { inputTypes } from '../../catalogue';
import { say } from '../../message';
import type { Component } from '../../model/component';
import type { Node } from '../../text/nodes';
import { isBoolean, properties, valueOf } from '../../text/nodes';
import { forComponents, numberOf } from '../common/componentValues';
import type { ScreenRule } from '../rule';

const unusable: ScreenRule = {
  id: 'required-but-unusable',
  codes: ['REQUIRED_BUT_UNUSABLE'],
  severity: 'warning',
  provenance: 'observed',
  about: 'An input that must be filled can be seen and used.',
  checkScreen: forComponents([...inputTypes], (component, report) => {
    const demand = demandOf(component);
    if (!demand) return;
    const reason = ['visible', 'enabled'].find((key) => isBoolean(valueOf(component.node, key), false));
    if (reason === undefined) return;
    report({
      node: demand,
      message:
        reason === 'visible'
          ? say('This must be filled but is never shown, so the Footer may stay disabled for ever.')
          : say('This must be filled but cannot be used, so the Footer may stay disabled for ever.'),
      facts: { property: reason },
      related: [{ node: valueOf(component.node, reason)!, message: say('It is switched off here.') }],
    });
  }),
};

/** What makes an input mandatory: `required`, one end of a range, or a least number of files. */
function demandOf({ node }: Component): Node | undefined {
  const required = valueOf(node, 'required');
  if (isBoolean(required, true)) return required;
  const ends = properties(required).find(({ value }) => isBoolean(value, true));
  if (ends) return ends.value;
  return properties(node).find(
    ({ key, value }) => key.startsWith('min-uploaded-') && (numberOf(value) ?? 0) > 0,
  )?.value;
}

export const unusableInputRules = [unusable];
