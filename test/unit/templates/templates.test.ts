import { describe, expect, it } from 'vitest';
import { recommendedVersion } from '../../../src/flowjson/catalogue/versions';
import { templates } from '../../../src/templates/templates';
import { found } from '../flowjson/support';
import { CATEGORIES } from '../../simulator/operations/common';

describe.each(templates().map((template) => [template.name, template] as const))('%s', (_, template) => {
  const flow = JSON.parse(template.text) as { version: string; data_api_version?: string };

  it('has nothing that our own rules would mention', () => expect(found(template.text)).toEqual([]));

  it('is written in the version that new flows get', () => expect(flow.version).toBe(recommendedVersion));

  it('says whether it needs an endpoint', () =>
    expect(flow.data_api_version !== undefined).toBe(template.needsEndpoint));

  it('has a category that CAMS knows', () => expect(CATEGORIES).toContain(template.category));
});

it('are all different', () => {
  expect(new Set(templates().map(({ text }) => text)).size).toBe(templates().length);
});
