import { expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import manifest from '../../../package.json';

const [{ fileMatch, url }] = manifest.contributes.jsonValidation as [{ fileMatch: string[]; url: string }];

it.each([
  ['file:///work/a.flow.json', 1],
  ['cams-flow://a1/s1/42/Sign%20up.flow.json', 1],
  ['cams-flow-version://a1/s1/42/remote/Sign%20up.flow.json', 0],
  ['cams-flow-version://a1/-/4~2F2/0123456789abcdef/Sign%20up.flow.json', 0],
  ['file:///work/package.json', 0],
])(
  'the schema of flows counts for what can be repaired, not for what a flow was: %s',
  async (uri, problems) => {
    const service = getLanguageService({});
    // As VS Code hands the patterns of extensions on to its JSON features.
    const patterns = fileMatch.map((pattern) => (/^(\w+:\/\/|\/|!)/.test(pattern) ? pattern : `/${pattern}`));
    service.configure({ schemas: [{ uri: url, fileMatch: patterns, schema: { required: ['version'] } }] });
    const document = TextDocument.create(uri, 'json', 1, '{}');
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    expect(found).toHaveLength(problems);
  },
);
