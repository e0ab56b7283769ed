import { DisposableStore } from '../platform/disposable';
import { FlowTexts } from './flowTexts';

/** Flow JSON in the editor: what the rest of the program may ask of it. Disposing it takes all of it back. */
export class Language extends DisposableStore {
  /** The open Flow JSON, read. */
  readonly texts = this.register(new FlowTexts());
}

/** The entry of the language bundle: tells VS Code everything that we know about Flow JSON. Loaded with the first one. */
export function createLanguage(): Language {
  return new Language();
}
