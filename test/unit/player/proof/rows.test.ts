import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Which tests prove which row of the facts on Flow JSON, section 13: the click-through table, then what decides. */
const proofs: readonly (readonly [row: string, file: string, ...tests: string[]])[] = [
  [
    'start',
    'state/clickThrough',
    'opens the entry screen, the one that no other leads to',
    'opens the screen that the message names, with its data',
    'shows the examples where no data is given, unless they are not wanted',
    'asks the endpoint for the first screen',
  ],
  [
    'data of a screen',
    'state/clickThrough',
    'falls back to the example for each key by itself',
    'is replaced when the screen is opened again, and kept when it was laid down before',
    'never falls back for a value that was given empty',
  ],
  [
    'navigate',
    'state/clickThrough',
    'evaluates its payload on the old screen and makes it the data of the new one',
    'to the screen just left counts as going back',
  ],
  [
    'back',
    'state/clickThrough',
    'brings the screen before, with its data and typed values',
    'asks the endpoint where the screen that is left says so',
  ],
  [
    'form state',
    'state/clickThrough',
    'is kept for the whole session and read from other screens',
    'of a screen never visited is empty',
  ],
  [
    'init values',
    'state/clickThrough',
    'are there when the screen opens, also in a Form',
    'come anew with fresh data where the person has not typed',
    'do not come back where the person has emptied the input',
  ],
  ['changing data-source', 'state/clickThrough', 'drops what is chosen and gone'],
  ['update_data', 'state/actions', 'merges its payload into the data of the screen at once'],
  [
    'select action',
    'state/actions',
    'run on a change of the person only, not on choosing the same again',
    'in 6.0 run on every coming to the front, also by navigate and back',
    'in 6.0 ask the endpoint once on showing, and not again on its answer',
  ],
  [
    'data_exchange',
    'state/actions',
    'asks as the endpoint reads it, and waits',
    'ends with an error where routing does not allow the screen, or it is not there',
  ],
  ['complete', 'state/actions', 'delivers the response as the webhook does, with the flow token'],
  ['open_url', 'state/actions', 'opens https addresses only, also bound ones'],
  [
    'If/Switch',
    'state/clickThrough',
    'are decided anew on every change; what is hidden does not count',
    'show the case of the value, else the default, else nothing',
  ],
  ['invisible', 'projection/projection', 'leaves out what is not visible'],
  ['checkbox at max', 'projection/projection', 'lists options with what they are now'],
  ['Footer state', 'projection/projection', 'says which inputs hold the Footer up'],
  ['errors', 'projection/projection', 'show after the person has left the input'],
  [
    'endpoint error_message',
    'state/actions',
    'comes back to the same screen with an error message, and what was typed',
  ],
  ['routing at run time', 'state/clickThrough', 'where the routing model has no way ends the flow'],
  ['sensitive', 'state/actions', 'masks what is sensitive in the summary'],
];

describe('behaviour rows and the tests that prove them', () => {
  it.each(proofs.map(([row, file, ...tests]) => [row, file, tests] as const))('%s: %s', (_, file, tests) => {
    const source = readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8');
    expect(tests.filter((test) => !source.includes(`it('${test}'`))).toEqual([]);
  });
});
