import { expect, it } from 'vitest';
import { readable } from '../../../../src/webview/local/pictures/still';

it('leaves in a picture no sign that XML cannot have, and every other one', () => {
  expect(readable('a\u0000b\u001Fc\uD83Dd\uFFFFe')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  const kept = 'Grüße 你好 😀\n\t\r{}';
  expect(readable(kept)).toBe(kept);
});
