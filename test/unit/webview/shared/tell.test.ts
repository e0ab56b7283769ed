import { expect, it } from 'vitest';
import { say } from '../../../../src/flowjson/message';
import { teller } from '../../../../src/webview/shared/tell';

it('says a sentence in the language of the dictionary, else in English', () => {
  const tell = teller({ 'The cursor is on screen {0}.': 'Kursor ada di layar {0}.' });
  expect(tell(say('The cursor is on screen {0}.', 'HOME'))).toBe('Kursor ada di layar HOME.');
  expect(tell(say('Close'))).toBe('Close');
  expect(teller()(say('Characters left: {0}', 3))).toBe('Characters left: 3');
});

it('is not taken in by the names that every object has', () => {
  expect(teller({})({ template: 'constructor', args: [] })).toBe('constructor');
});
