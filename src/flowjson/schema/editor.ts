import { catalogue as current, recommendedVersion, type Catalogue } from '../catalogue';
import { EditorVersion, unless, type Translate } from './editorVersion';
import type { JsonSchema } from './jsonSchema';
import { share, shareDescribed } from './share';

/**
 * The one schema for all versions that VS Code's JSON features complete and explain by. It never complains. The branch
 * is chosen by `version`; where that is missing or unknown it is the recommended one.
 *
 * @param translate turns a sentence into the display language
 */
export function editorSchema(translate: Translate, catalogue: Catalogue = current): JsonSchema {
  const names = catalogue.tables.versions.map(({ name }) => name);
  const documents = names.map((name) => {
    const version = new EditorVersion(name, catalogue, translate);
    return [name, version.definitions] as const;
  });
  const { definitions, find } = share(new Map(documents));
  const known = {
    required: ['version'],
    properties: { version: { doNotSuggest: true, not: { not: { enum: names } } } },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'WhatsApp Flow JSON',
    allOf: [
      ...names.map((name) => ({ if: unless('version', name), else: find(name, 'flow') })),
      { if: known, else: find(recommendedVersion, 'flow') },
    ],
    definitions: shareDescribed(definitions),
  };
}
