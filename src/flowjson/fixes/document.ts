import { recommendedVersion } from '../catalogue/versions';
import { say } from '../message';
import type { Flow } from '../model/flow';
import { preferred, short, upgradeTo, useSuggestion } from './common';
import { remove, replace, setProperty } from '../model/edits';
import { best, type Fix, type Fixer, type Fixers } from './fix';
import { endScreen } from './screenParts';

const setVersion = (flow: Flow): Fix[] => {
  const { top } = flow.tree;
  const first = top?.children?.[0]?.children?.[0];
  if (top?.type !== 'object') return [];
  const title = say('Set the version to {0}', recommendedVersion);
  const version = flow.property('version');
  return [
    best('set-version', title, () =>
      version
        ? replace(flow, version, recommendedVersion)
        : setProperty(flow, top, 'version', recommendedVersion, first && String(first.value)),
    ),
  ];
};

/** What can be done about a text that is no JSON without guessing. */
const syntax: Fixer = (_, { span, facts: { kind } }) => {
  switch (kind) {
    case 'TrailingComma':
      return [best('remove-comma', say('Remove the comma'), () => [{ ...span, text: '' }])];
    case 'InvalidCommentToken':
      return [best('remove-comment', say('Remove the comment'), () => [{ ...span, text: '' }])];
    case 'CommaExpected':
      return [
        best('add-comma', say('Add a comma'), () => [{ start: span.start, end: span.start, text: ',' }]),
      ];
    default:
      return [];
  }
};

/** A flow to begin with. */
const beginning = { version: recommendedVersion, screens: [endScreen('FIRST')] };

const without: Fixer = (flow, { node, facts: { property: key } }) => [
  best('remove-property', say('Remove "{0}"', short(key ?? '')), () => remove(flow, node.parent!)),
];

export const documentFixers: Fixers = {
  'version-missing': (flow) => setVersion(flow),
  'version-not-text': (flow) => setVersion(flow),
  'version-unknown': (flow, { severity }) => (severity === 'error' ? setVersion(flow) : []),
  'version-expired': (flow, { facts: { recommended } }) => preferred(upgradeTo(flow, recommended)),
  'data-api-version': (flow, diagnosis) => useSuggestion(flow, diagnosis),
  'data-channel-uri': without,
  'internal-meta': without,
  'duplicate-key': (flow, { node, facts: { property: key } }) => [
    best('remove-duplicate', say('Remove this "{0}"', short(key ?? '')), () => remove(flow, node.parent!)),
  ],
  'json-syntax': syntax,
  'empty-text': (flow) => [
    best('begin-flow', say('Begin with a flow of one screen'), () => [
      { start: 0, end: flow.tree.text.length, text: `${JSON.stringify(beginning, undefined, 2)}\n` },
    ]),
  ],
};
