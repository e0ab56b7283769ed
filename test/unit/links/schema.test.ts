import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/links/manifest/content';
import { withEnvironment, withLink, withMarks } from '../../../src/links/manifest/edits';
import { isLinkPath } from '../../../src/links/manifest/paths';
import { manifestSchema } from '../../../src/links/manifest/schema';

const isValid = new Ajv({ strict: false }).compile(manifestSchema());
const manifest = (path: string) => ({
  version: 1,
  environments: { e: { space: '' } },
  flows: { [path]: { e: { flow: '1' } } },
});

describe('the schema of manifests', () => {
  it('takes what the program writes, and what it does not know', () => {
    const link = { path: 'a/b.flow.json', environment: 'e', flowId: '1' };
    const changes = [withEnvironment('e', ''), withLink(link), withMarks([{ ...link, synced: 'aa' }])];
    const text = changes.reduce((before, change) => change(before), '');
    expect(isValid(JSON.parse(text))).toBe(true);
    expect(isValid({ ...manifest('a.flow.json'), owner: 'us' })).toBe(true);
  });

  it.each([
    { ...manifest('a.flow.json'), version: 2 },
    { ...manifest('a.flow.json'), environments: { e: {} } },
    { ...manifest('a.flow.json'), flows: { 'a.flow.json': { e: { flow: 1 } } } },
    {},
  ])('refuses %j', (value) => {
    expect(isValid(value)).toBe(false);
  });

  it('takes the same paths as the program', () => {
    const step = fc.constantFrom('', '.', '..', 'a', '...', 'ä b', 'c:', '\\', '.flow.json', 'x.flow.json');
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const path = steps.join('/');
        expect(isValid(manifest(path)), path).toBe(isLinkPath(path));
        expect(readContent(JSON.stringify(manifest(path)), 'm').entries).toHaveLength(
          isLinkPath(path) ? 1 : 0,
        );
      }),
    );
  });
});
