import fc from 'fast-check';
import { parseTree, findNodeAtLocation, type JSONPath } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { catalogue, propertiesOf, versions, type Version } from '../../../../src/flowjson/catalogue';
import { english } from '../../../../src/flowjson/message';
import { editorSchema } from '../../../../src/flowjson/schema/editor';

const schema = editorSchema(english);
const service = getLanguageService({ clientCapabilities: { textDocument: { completion: {} } } });
service.configure({ schemas: [{ uri: 'flow.json', fileMatch: ['*.flow.json'], schema }] });

const documentOf = (text: string) => TextDocument.create('file:///a.flow.json', 'json', 1, text);

async function complaints(text: string): Promise<unknown[]> {
  const document = documentOf(text);
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return found.filter(({ source }) => source !== 'json').map(({ message }) => message);
}

/** What is offered at the `|`: keys inside an object, values elsewhere. */
async function offered(text: string): Promise<string[]> {
  const offset = text.indexOf('|');
  const document = documentOf(text.replace('|', ''));
  const list = await service.doComplete(
    document,
    document.positionAt(offset),
    service.parseJSONDocument(document),
  );
  return list!.items.map(({ label }) => label).sort();
}

async function hover(flow: unknown, path: JSONPath): Promise<string> {
  const document = documentOf(JSON.stringify(flow));
  const value = findNodeAtLocation(parseTree(document.getText())!, path)!;
  const key = value.parent!.children![0]!;
  const result = await service.doHover(
    document,
    document.positionAt(key.offset + 1),
    service.parseJSONDocument(document),
  );
  return (result!.contents as string[]).join();
}

function withChildren(children: string, version: string | null = '7.3'): string {
  const head = version === null ? '' : `"version": "${version}", `;
  return `{${head}"screens": [{"id": "A", "title": "A", "layout": {"type": "SingleColumnLayout", "children": [${children}]}}]}`;
}

/** The keys that a component may have besides its type. */
function keysOf(type: string, version: Version): string[] {
  const keys = [...propertiesOf(catalogue.componentFact(type)!, version).keys()];
  return keys.filter((key) => key !== 'type').sort();
}

it('stays small', () => {
  expect(JSON.stringify(schema).length).toBeLessThan(250_000);
});

describe('completion of keys', () => {
  it.each(versions.map(({ name }) => name))(
    'offers in %s exactly what each component may have',
    async (version) => {
      for (const type of catalogue.allowedIn('layout', version)) {
        const text = withChildren(`{"type": "${type}", |}`, version);
        expect(await offered(text), type).toEqual(keysOf(type, version));
      }
    },
  );

  it('takes the recommended version where there is none, or an unknown one', async () => {
    const recommended = keysOf('TextInput', '7.3');
    for (const version of [null, '99.0', '']) {
      expect(await offered(withChildren('{"type": "TextInput", |}', version))).toEqual(recommended);
    }
  });

  it('leaves out inside a Form what the Form holds', async () => {
    const form = withChildren('{"type": "Form", "name": "f", "children": [{"type": "TextInput", |}]}');
    expect(await offered(form)).not.toContain('init-value');
    expect(await offered(withChildren('{"type": "TextInput", |}'))).toContain('init-value');
    const nested = '{"type": "Form", "children": [{"type": "If", "then": [{"type": "OptIn", |}]}]}';
    expect(await offered(withChildren(nested))).not.toContain('init-value');
  });

  it('knows the objects around and inside', async () => {
    expect(await offered('{"version": "7.3", |}')).toEqual(['data_api_version', 'routing_model', 'screens']);
    expect(await offered('{"version": "2.1", |}')).toContain('data_channel_uri');
    expect(await offered('{"version": "7.3", "screens": [{|}]}')).toContain('refresh_on_back');
    expect(await offered('{"version": "7.3", "screens": [{"data": {"x": {|}}}]}')).toContain('__example__');
    const option = (version: string) =>
      offered(withChildren('{"type": "Dropdown", "data-source": [{|}]}', version));
    expect(await option('4.0')).toEqual(['description', 'enabled', 'id', 'metadata', 'title']);
    expect(await option('6.0')).toContain('on-select-action');
    expect(await offered(withChildren('{"type": "CalendarPicker", "label": {|}}'))).toEqual([
      'end-date',
      'start-date',
    ]);
  });

  it('gives an action the keys that belong to it', async () => {
    const click = (action: string) =>
      offered(withChildren(`{"type": "OptIn", "on-click-action": {${action}|}}`));
    expect(await click('')).toEqual(['name']);
    expect(await click('"name": "navigate", ')).toEqual(['next', 'payload']);
    expect(await click('"name": "open_url", ')).toEqual(['url']);
    expect(await click('"name": "data_exchange", ')).toEqual(['payload']);
    expect(await click('"name": "complete", ')).toEqual([]);
  });
});

describe('completion of values', () => {
  it('offers the words of a value', async () => {
    const value = (property: string, version = '7.3') =>
      offered(withChildren(`{"type": "TextInput", "${property}": |}`, version));
    expect(await value('input-type')).toEqual([
      '"email"',
      '"number"',
      '"passcode"',
      '"password"',
      '"phone"',
      '"text"',
    ]);
    expect(await value('required')).toEqual(['false', 'true']);
  });

  it('offers the components of the place and version', async () => {
    const quoted = (types: readonly string[]) => types.map((type) => `"${type}"`).sort();
    for (const version of ['3.1', '6.1', '7.3'] as const) {
      expect(await offered(withChildren('{"type": |}', version))).toEqual(
        quoted(catalogue.allowedIn('layout', version)),
      );
    }
    expect(await offered(withChildren('{"type": "If", "then": [{"type": "|"}]}'))).toEqual(
      quoted(catalogue.allowedIn('if', '7.3')),
    );
  });

  it('offers the versions, and the actions that may stand here', async () => {
    expect(await offered('{"version": |}')).toEqual(versions.map(({ name }) => `"${name}"`).sort());
    const footer = (version: string) =>
      offered(withChildren('{"type": "EmbeddedLink", "on-click-action": {"name": |}}', version));
    expect(await footer('5.1')).toEqual(['"data_exchange"', '"navigate"']);
    expect(await footer('6.0')).toEqual(['"data_exchange"', '"navigate"', '"open_url"']);
  });
});

describe('hover', () => {
  const flow = JSON.parse(withChildren('{"type": "TextInput", "label": "x", "pattern": "x"}')) as unknown;
  const at = (...path: JSONPath) => hover(flow, ['screens', 0, ...path]);

  it('says what a property is, its limit and since when', async () => {
    expect(await at('layout', 'children', 0, 'label')).toBe(
      'The text that says what to enter.\n\nRequired. Up to 20 characters are shown whole, 150 with a large label.',
    );
    expect(await at('layout', 'children', 0, 'pattern')).toMatch(
      /regular expression[^]*Goes with helper-text\. Since version 6\.2\.$/,
    );
    expect(await at('id')).toContain('letters and underscores');
  });

  it('says what a component is', async () => {
    expect(await at('layout', 'children', 0, 'type')).toBe('A field for one line of text.');
  });
});

describe('never complains', () => {
  it.each([
    ['{}'],
    ['[]'],
    ['5'],
    ['{"version": 7}'],
    [withChildren('{"type": "Nothing"}, 5, null, {"type": 7}, {"type": "TextInput", "label": 5, "x": 1}')],
    [
      withChildren(
        '{"type": "Dropdown", "data-source": {"id": 5}}, {"type": "If", "then": {}, "condition": []}',
      ),
    ],
    [withChildren('{"type": "Footer", "on-click-action": {"name": "fly", "next": 3}}', '1.0')],
  ])('about %s', async (text) => {
    expect(await complaints(text)).toEqual([]);
  });

  it('about anything that looks like a flow', async () => {
    const words = fc.constantFrom(
      ...[
        'version',
        'screens',
        'layout',
        'children',
        'type',
        'TextInput',
        'If',
        'then',
        'label',
        'name',
        'data',
      ],
      ...versions.map(({ name }) => name),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        words,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      map: fc.dictionary(words, tie('tree'), { maxKeys: 5 }),
    }));
    await fc.assert(
      fc.asyncProperty(tree, words, async (children, version) => {
        const text = withChildren(JSON.stringify(children), version);
        expect(await complaints(text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
