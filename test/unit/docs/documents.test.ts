import fs from 'node:fs';
import { expect, it } from 'vitest';
import { documents } from '../../../scripts/documents';

it.each(Object.entries(documents))('%s is up to date (npm run docs)', async (file, make) => {
  expect(fs.readFileSync(file, 'utf8')).toBe(await make());
});
