import { it } from 'vitest';
import { prove } from './proof';

it('no text that anybody saved is lost, and none is overwritten unseen', { timeout: 600_000 }, async () => {
  await prove(1, 6_000);
});
