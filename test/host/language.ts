import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes VS Code from npm tell extensions that it speaks another language, and returns the arguments to start
 * it with. What a language pack would register is written down as VS Code keeps it, without a translation in
 * it: there is no pack in the npm registry, so VS Code's own texts stay English.
 */
export function speak(locale: string, userDataDir: string): string[] {
  const translations = path.join(userDataDir, 'no-translations.json');
  fs.writeFileSync(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: 'cams-flows',
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'cams-flows.language' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  fs.writeFileSync(path.join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
  return ['--locale', locale];
}
