import { before, componentFact } from '../../catalogue';
import { say } from '../../message';
import type { Component } from '../../model/component';
import type { ScreenRule } from '../rule';
import { nearestAmong } from '../common/suggestions';
import { entriesOf, formProperties } from './formEntries';
import { typeFinding } from './formTypes';

/** Row 96. */
export const pickerInInitValues: ScreenRule = {
  id: 'form-init-value-of-picker',
  codes: ['NATIVE_COMPONENT_IN_FORM_INIT_VALUES'],
  severity: 'error',
  provenance: 'documented',
  rows: [96],
  since: '4.0',
  about: 'init-values of a Form hold no value for a PhotoPicker or DocumentPicker.',
  checkScreen(screen, report) {
    for (const { entry, input } of entriesOf(screen, 'init-values')) {
      if (input === undefined || !isPicker(input)) continue;
      report({
        node: entry.keyNode,
        message: say('{0} is a {1}, which cannot start with a value: take it out.', entry.key, input.type),
        facts: { name: entry.key },
        related: [{ node: input.nameNode!, message: say('The {0}.', input.type) }],
      });
    }
  },
};

/** Refused from 7.0 on. */
export const formEntryName: ScreenRule = {
  id: 'form-entry-unknown-name',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: (version) => (before(version, '7.0') ? 'warning' : 'error'),
  provenance: 'observed',
  about: 'Keys of init-values and error-messages are names of inputs of the Form.',
  checkScreen(screen, report) {
    for (const property of formProperties) {
      const suggest = nearestAmong(screen.named().keys());
      for (const { entry, input } of entriesOf(screen, property)) {
        if (input !== undefined) continue;
        const { key, keyNode } = entry;
        const outside = screen.named().get(key)?.[0];
        if (outside) {
          report({
            node: keyNode,
            message: say('{0} stands outside of this Form, so that this has no effect.', key),
            facts: { name: key },
            severity: 'warning',
            related: [{ node: outside.nameNode!, message: say('It stands here.') }],
          });
          continue;
        }
        const meant = suggest(key);
        report({
          node: keyNode,
          message: meant
            ? say('No input of this Form is called {0}. Did you mean {1}?', key, meant)
            : say('No input of this Form is called {0}: use the name of one of its inputs.', key),
          facts: { name: key, ...(meant && { suggestion: meant }) },
        });
      }
    }
  },
};

/** Refused from 7.0 on. */
export const formEntryType: ScreenRule = {
  id: 'form-entry-type',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: (version) => (before(version, '7.0') ? 'warning' : 'error'),
  provenance: 'observed',
  about: 'Values of init-values and error-messages are of the type that the input takes.',
  checkScreen(screen, report, { version }) {
    for (const property of formProperties) {
      for (const { entry, input } of entriesOf(screen, property)) {
        const finding = input && entry.value && typeFinding(screen, input, property, entry.value, version);
        if (finding) report(finding);
      }
    }
  },
};

const isPicker = ({ type }: Component): boolean => componentFact(type)?.formValue === 'media';
