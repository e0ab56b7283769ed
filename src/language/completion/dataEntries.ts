import { say } from '../../flowjson/message';
import { properties } from '../../flowjson/text/nodes';
import type { Cursor } from '../context/cursor';
import { entryProposal, type Proposal } from './proposal';
import { bare, fill, type Template } from './template';

const text = { type: 'string' };
const number = { type: 'number' };
const kinds: readonly (readonly [label: string, entry: Template])[] = [
  ['string', { ...text, __example__: fill('Example') }],
  ['number', { ...number, __example__: bare('1') }],
  ['boolean', { type: 'boolean', __example__: bare('true') }],
  ['object', { type: 'object', properties: { name: text }, __example__: { name: fill('Example') } }],
  ['string[]', { type: 'array', items: text, __example__: [fill('Example')] }],
  [
    'options',
    {
      type: 'array',
      items: { type: 'object', properties: { id: text, title: text } },
      __example__: [
        { id: 'first', title: fill('First') },
        { id: 'second', title: fill('Second') },
      ],
    },
  ],
];

/** Entries of a data model, one for each type of value. */
export function dataEntries(cursor: Cursor): Proposal[] {
  const { path, atKey, container } = cursor;
  if (!atKey || path.length !== 4 || path[0] !== 'screens' || path[2] !== 'data') return [];
  const taken = new Set(properties(container).map(({ key }) => key));
  return kinds.map(([label, entry], index) => {
    let name = label === 'options' ? 'options' : 'value';
    for (let count = 2; taken.has(name); count += 1) name = `${name.replace(/_\d+$/, '')}_${count}`;
    return entryProposal(cursor, name, entry, {
      kind: 'snippet',
      label: `data ${label}`,
      rank: index,
      about: [say('An entry of the data model with an example.')],
    });
  });
}
