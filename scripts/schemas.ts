import fs from 'node:fs';
import path from 'node:path';
import { versions } from '../src/flowjson/catalogue';
import { english, type Message } from '../src/flowjson/message';
import { editorSchema } from '../src/flowjson/schema/editor';
import { strictSchema } from '../src/flowjson/schema/strict';
import { manifestSchema } from '../src/links/manifest/schema';
import { configSchema } from '../src/lint/configSchema';
import { mockSchema } from '../src/player/mock/schema';

/** Display languages that the editor's schema is written in, beside English. */
const languages = ['zh-cn', 'id'];

/** Writes every schema into a folder: a strict one for each version, the editor's in each display language, flow-lint's, those of manifests and mocks. */
export function writeSchemas(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const write = (name: string, schema: unknown) =>
    fs.writeFileSync(path.join(folder, name), JSON.stringify(schema));
  for (const { name } of versions) write(`flow-${name}.json`, strictSchema(name));
  write('editor.json', editorSchema(english));
  for (const language of languages) write(`editor.${language}.json`, editorSchema(translator(language)));
  write('flowlintrc.json', configSchema());
  write('cams-flows.json', manifestSchema());
  write('flow-mock.json', mockSchema());
}

/** What is not translated yet stays English. */
function translator(language: string): (message: Message) => string {
  const texts = JSON.parse(fs.readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<
    string,
    string
  >;
  return ({ template, args }) => english({ template: texts[template] ?? template, args });
}
