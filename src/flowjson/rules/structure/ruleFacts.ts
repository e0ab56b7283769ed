import type { Provenance } from '../../catalogue';
import type { StructureId } from './findings';

interface StructureFacts {
  readonly codes: readonly [string, ...string[]];
  readonly about: string;
  readonly rows?: readonly number[];
  readonly provenance?: Provenance;
}

/** What each kind of finding of the walk is to Meta. All of them are errors: the flow is refused. */
export const structureFacts: Readonly<Record<StructureId, StructureFacts>> = {
  'unknown-property': {
    codes: ['INVALID_PROPERTY_KEY'],
    rows: [1],
    about: 'An object has only the properties that are defined for it.',
  },
  'property-needs-version': {
    codes: ['INVALID_PROPERTY_KEY'],
    rows: [1],
    about: 'A property stands only in flows of a version that has it.',
  },
  'property-inside-form': {
    codes: ['INVALID_PROPERTY_KEY'],
    rows: [1],
    about: 'Inputs inside a Form have no init-value and error-message: the Form has them.',
  },
  'missing-property': {
    codes: ['MISSING_REQUIRED_PROPERTY', 'MISSING_REQUIRED_TYPE_PROPERTY'],
    rows: [6],
    about: 'An object has the properties that it needs.',
  },
  'wrong-type': {
    codes: ['INVALID_PROPERTY_TYPE', 'INVALID_PROPERTY_VALUE'],
    rows: [2, 3],
    about: 'A value is of the JSON type that is expected, or a reference where one is possible.',
  },
  'unknown-word': {
    codes: ['INVALID_ENUM_VALUE'],
    rows: [8],
    about: 'Where only certain words are possible, it is one of them.',
  },
  'not-a-number': {
    codes: ['PATTERN_MISMATCH', 'INVALID_PROPERTY_TYPE'],
    rows: [7],
    about: 'A number is written without quotes; in quotes stands a reference.',
  },
  'blank-text': {
    codes: ['PATTERN_MISMATCH'],
    rows: [7],
    about: 'Texts are not blank: titles from 5.0, texts of components from 6.0.',
  },
  'text-pattern': {
    codes: ['PATTERN_MISMATCH'],
    rows: [7],
    about: 'Screen ids are letters and underscores; colours are # and six hexadecimal digits.',
  },
  'binding-needed': {
    codes: ['PATTERN_MISMATCH', 'INVALID_PROPERTY_TYPE'],
    rows: [7],
    about: 'The value of a Switch is a reference.',
  },
  'name-is-reference': {
    codes: ['PATTERN_MISMATCH'],
    provenance: 'observed',
    about: 'The name of a component is a plain name, from 6.0.',
  },
  'value-format': {
    codes: ['INVALID_PROPERTY_VALUE_FORMAT'],
    rows: [4],
    about: 'Addresses are whole addresses, patterns are regular expressions.',
  },
  'too-few': {
    codes: ['MIN_ITEMS_REQUIRED', 'MIN_CHARS_REQUIRED'],
    rows: [5],
    about: 'Lists and texts are not shorter than they must be.',
  },
  'too-many': {
    codes: ['MAX_ITEMS_REQUIRED'],
    provenance: 'observed',
    about: 'Lists are not longer than they may be.',
  },
  'number-bounds': {
    codes: ['MINIMUM_VALUE_REQUIRED', 'MAXIMUM_VALUE_REQUIRED'],
    rows: [71],
    about: 'Numbers lie within their bounds.',
  },
  'empty-branch': {
    codes: ['INVALID_PROPERTY_VALUE'],
    rows: [87],
    about: 'Branches of an If hold a component, a Switch has a case.',
  },
  'key-pattern': {
    codes: ['PROPERTY_NAME_MISMATCH'],
    provenance: 'observed',
    about: 'Cases of a Switch begin with a letter; keys of the routing model look like screen ids.',
  },
  'unknown-component': {
    codes: ['INVALID_PROPERTY_VALUE'],
    rows: [2],
    about: 'The type of a component is one that exists.',
  },
  'component-needs-version': {
    codes: ['INVALID_TYPE_PROPERTY_VALUE'],
    provenance: 'observed',
    about: 'A component stands only in flows of a version that has it.',
  },
  'component-misplaced': {
    codes: ['INVALID_TYPE_PROPERTY_VALUE'],
    provenance: 'observed',
    about: 'A component stands only where it may: directly on the screen, in a Form, an If or a Switch.',
  },
  'input-needs-form': {
    codes: ['KEYWORD_ONE_OF'],
    rows: [15],
    about: 'Before 4.0 inputs stand inside a Form.',
  },
  'unknown-action': {
    codes: ['INVALID_ENUM_VALUE'],
    rows: [8],
    about: 'The name of an action is one that exists.',
  },
  'action-needs-version': {
    codes: ['INVALID_ENUM_VALUE'],
    rows: [8],
    about: 'An action stands only in flows of a version that has it there.',
  },
  'action-misplaced': {
    codes: ['INVALID_ENUM_VALUE'],
    rows: [8],
    about: 'An action stands only where it is possible, complete for example only in a Footer.',
  },
  'property-needs-other': {
    codes: ['INVALID_DEPENDENCIES'],
    rows: [9],
    about: 'The left and the right caption of a Footer stand together.',
  },
  'properties-exclude': {
    codes: ['NOT_KEYWORD_SCHEMA_VALIDATION_FAILED'],
    rows: [10],
    about:
      'Properties that exclude each other do not stand together; success stands on terminal screens only.',
  },
};
