import { vi } from 'vitest';
import { createLanguage, type Language } from '../../../src/language/language';
import { FakeEditor } from './editor';

/** An editor with the language in it, and a clock that only the test moves. */
export function startLanguage(): { readonly editor: FakeEditor; readonly language: Language } {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const editor = new FakeEditor();
  return { editor, language: createLanguage() };
}

export function stopLanguage(language: Language): void {
  language.dispose();
  vi.restoreAllMocks();
  vi.useRealTimers();
}
