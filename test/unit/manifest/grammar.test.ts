import fs from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import manifest from '../../../package.json';

/** JSON as VS Code's own grammar scopes it, as far as it matters here. */
const json = {
  scopeName: 'source.json',
  patterns: [
    {
      name: 'string.json support.type.property-name.json',
      begin: '"(?=(?:\\\\.|[^"\\\\])*"\\s*:)',
      end: '"',
    },
    {
      name: 'string.quoted.double.json',
      begin: '"',
      end: '"',
      patterns: [{ name: 'constant.character.escape.json', match: '\\\\.' }],
    },
  ],
};
const [contributed] = manifest.contributes.grammars;
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(fs.readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) =>
      scope === 'source.json'
        ? parseRawGrammar(JSON.stringify(json), 'json.json')
        : parseRawGrammar(fs.readFileSync(contributed!.path, 'utf8'), contributed!.path),
    getInjections: (scope) => (contributed!.injectTo.includes(scope) ? [contributed!.scopeName] : []),
  });
  grammar = (await registry.loadGrammar('source.json'))!;
});

/** The pieces of a line that the injected grammar has a word for, with the last of their scopes. */
function ours(line: string): string[] {
  return grammar
    .tokenizeLine(line, INITIAL)
    .tokens.map(
      ({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1)!] as const,
    )
    .filter(([, scope]) => scope.endsWith('.flow-expression'))
    .map(([text, scope]) => `${text} ${scope.replace('.flow-expression', '')}`);
}

describe('expressions in JSON strings', () => {
  it('have their references coloured', () => {
    expect(ours('"text": "${data.user.name}"')).toEqual([
      '${ punctuation.definition.template-expression.begin',
      'data variable.language',
      '.user.name variable.other.property',
      '} punctuation.definition.template-expression.end',
    ]);
    expect(ours('["${screen.FIRST.form.my-name}"]')).toEqual([
      '${ punctuation.definition.template-expression.begin',
      'screen variable.language',
      '. punctuation.accessor',
      'FIRST entity.name.type.screen',
      '. punctuation.accessor',
      'form variable.language',
      '.my-name variable.other.property',
      '} punctuation.definition.template-expression.end',
    ]);
  });

  it('have texts, numbers and operators coloured inside backticks', () => {
    const tokens = ours(String.raw`"text": "` + "`'A ' (${form.age} + 1.5) >= 2 && !true`" + `", "a": "b"`);
    expect(tokens).toContain('A  string.quoted.single');
    expect(tokens).toContain('1.5 constant.numeric');
    for (const operator of [
      '+ keyword.operator.arithmetic',
      '>= keyword.operator.comparison',
      '&& keyword.operator.logical',
    ]) {
      expect(tokens).toContain(operator);
    }
    expect(tokens).toContain('true constant.language.boolean');
    expect(tokens.at(-1)).toBe('` punctuation.definition.string.template.end');
  });

  it('are text inside of quotes, and end where the string ends', () => {
    expect(ours(`"a": "\`'\${data.x}' \${data.y}\`"`).filter((token) => token.includes('property'))).toEqual([
      '.y variable.other.property',
    ]);
    expect(ours(`"a": "\`it's \${data.y}\`", "b": "1 + 1"`).at(-1)).toBe(
      '` punctuation.definition.string.template.end',
    );
    expect(ours(`"a": "\`\${data.y} 'a \\" b'\`", "b": "1 + 1"`).at(-1)).toBe(
      '` punctuation.definition.string.template.end',
    );
  });

  it.each([
    ['snippets and variables', '"body": "${1:name} ${workspaceFolder} ${env:HOME} ${config:a.b}"'],
    ['backticks without a reference', '"doc": "`a + 1`"'],
    ['half-typed references', '"text": "${data."'],
    ['keys', '"${data.x}": 1'],
    ['anything outside of strings', '${data.x}'],
  ])('leaves %s as they are', (_what, line) => {
    expect(ours(line)).toEqual([]);
  });
});
