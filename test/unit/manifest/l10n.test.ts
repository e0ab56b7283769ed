import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const languages = ['zh-cn', 'id'];

function readJson(file: string): Record<string, string> {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
}

/** Every text given to `l10n.t(…)` or `say(…)` in the sources, found by the compiler's own parser. */
function textsInSources(): Map<string, string> {
  const texts = new Map<string, string>();
  const files = fs
    .readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file));
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      fs.readFileSync(path.join('src', file), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /^say$|(^|\.)l10n\.t$/.test(node.expression.getText(source))) {
        const [text] = node.arguments;
        if (text === undefined || !ts.isStringLiteralLike(text)) {
          throw new Error(
            `${file}: a text to translate must be a literal, not ${text?.getText(source) ?? 'nothing'}`,
          );
        }
        texts.set(text.text, file);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return texts;
}

/** `{0}`, `{name}` and markdown command links: what a translation must keep. */
function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}|\(command:[\w.]+\)|`[^`]+`/g) ?? []).sort();
}

describe.each(languages)('the translation %s', (language) => {
  it('has every text of the manifest, with its links', () => {
    const english = readJson('package.nls.json');
    const translated = readJson(`package.nls.${language}.json`);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders(translated[key]!), key).toEqual(placeholders(text));
    }
  });

  it('has every text of the program and no other, with its placeholders', () => {
    const texts = textsInSources();
    const translated = readJson(`l10n/bundle.l10n.${language}.json`);
    expect(texts.size).toBeGreaterThan(20);
    expect(
      [...texts.keys()].filter((text) => !(text in translated)),
      'missing',
    ).toEqual([]);
    expect(
      Object.keys(translated).filter((text) => !texts.has(text)),
      'unused',
    ).toEqual([]);
    for (const text of texts.keys())
      expect(placeholders(translated[text]!), text).toEqual(placeholders(text));
  });
});

it('defines every text that the manifest names', () => {
  const names = [...fs.readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map(
    (match) => match[1],
  );
  expect([...new Set(names)].sort()).toEqual(Object.keys(readJson('package.nls.json')).sort());
});
