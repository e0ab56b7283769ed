import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Language } from '../../../src/language/language';
import type { FakeEditor } from './editor';
import { good, withoutVersion } from './flows';
import { startLanguage, stopLanguage } from './running';

let editor: FakeEditor;
let language: Language;

beforeEach(() => {
  ({ editor, language } = startLanguage());
});
afterEach(() => stopLanguage(language));

it('counts the errors that a flow would have, as the person wants to hear of them', async () => {
  expect(await language.errorsIn(good)).toBe(0);
  expect(await language.errorsIn(withoutVersion)).toBe(1);
  editor.settings.set('camsFlows.flowJson.rules', { MISSING_FLOW_JSON_VERSION: 'off' });
  expect(await language.errorsIn(withoutVersion)).toBe(0);
});
