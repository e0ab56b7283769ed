import Ajv from 'ajv';
import { expect, it } from 'vitest';
import {
  propertiesOf,
  type Catalogue,
  type ComponentFact,
  type Version,
} from '../../../../src/flowjson/catalogue';
import { createCatalogue } from '../../../../src/flowjson/catalogue/catalogue';
import { bool, property } from '../../../../src/flowjson/catalogue/rows';
import { tables } from '../../../../src/flowjson/catalogue/tables';
import { english, say } from '../../../../src/flowjson/message';
import { editorSchema } from '../../../../src/flowjson/schema/editor';
import { strictSchema } from '../../../../src/flowjson/schema/strict';
import { componentsDocument } from '../../../../scripts/componentsDocument';

const nextVersion = '8.0' as Version;
const about = 'Whether it blinks.';

/** The language with one more version, in which one component has one more property: one row in each table. */
const extended: Catalogue = createCatalogue({
  ...tables,
  versions: [...tables.versions, { name: nextVersion, state: 'publishable', changes: [] }],
  components: tables.components.map((component): ComponentFact =>
    component.type === 'TextHeading'
      ? {
          ...component,
          properties: {
            ...component.properties,
            blink: property(bool, say('Whether it blinks.'), { since: nextVersion }),
          },
        }
      : component,
  ),
});

const flow = (version: Version) => ({
  version,
  screens: [
    {
      id: 'A',
      title: 'A',
      layout: { type: 'SingleColumnLayout', children: [{ type: 'TextHeading', text: 'A', blink: true }] },
    },
  ],
});

function accepts(version: Version): boolean {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  return ajv.compile(strictSchema(version, extended))(flow(version));
}

it('a new version and a new property are one row each: the lookups know them', () => {
  const heading = extended.componentFact('TextHeading')!;
  expect(propertiesOf(heading, '7.4').has('blink')).toBe(false);
  expect(propertiesOf(heading, nextVersion).has('blink')).toBe(true);
  expect(extended.allowedIn('layout', nextVersion)).toEqual(extended.allowedIn('layout', '7.4'));
});

it('… and so do the schemas', () => {
  expect(accepts('7.4')).toBe(false);
  expect(accepts(nextVersion)).toBe(true);
  const text = JSON.stringify(editorSchema(english, extended));
  expect(text).toContain(about);
  expect(text).toContain('{"const":"8.0"}');
  expect(JSON.stringify(editorSchema(english))).not.toContain(about);
});

it('… and the documents', () => {
  expect(componentsDocument(extended)).toContain(
    `| \`blink\` | from 8.0 |  | boolean, or reference | ${about} |`,
  );
});
