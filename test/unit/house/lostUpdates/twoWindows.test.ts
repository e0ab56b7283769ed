import { it } from 'vitest';
import { prove } from './proof';

it(
  'two windows over one disk lose no text that anybody saved, and overwrite none unseen',
  { timeout: 600_000 },
  async () => {
    await prove(2, 4_000);
  },
);
