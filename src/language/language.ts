import { Uri } from 'vscode';
import { parseFlow } from '../flowjson/analyse';
import { withLevels } from '../flowjson/ruleLevels';
import { DisposableStore } from '../platform/disposable';
import { Check } from './check';
import { registerColours } from './colours';
import { registerCompletion } from './completion';
import { Diagnostics } from './diagnostics';
import { findInSlices } from './findings';
import { registerFixes } from './fixes';
import { Refactor } from './fixes/refactor';
import { Reports } from './fixes/report';
import { FlowTexts } from './flowTexts';
import { registerHover } from './hover';
import { Front } from './front';
import { registerInlayHints } from './inlay';
import { Levels } from './levels';
import { Problems } from './problems';
import { Status } from './status';
import { registerSymbols } from './symbols';
import { WorkspaceCheck } from './workspaceCheck';

/** Flow JSON in the editor: what the rest of the program may ask of it. Disposing it takes all of it back. */
export class Language extends DisposableStore {
  /** The Flow JSON that is open, read once for everybody. */
  readonly texts = this.register(new FlowTexts());
  readonly workspaceCheck: WorkspaceCheck;
  readonly refactor: Refactor;
  private readonly levels: Levels;

  constructor() {
    super();
    const { texts } = this;
    const levels = (this.levels = this.register(new Levels()));
    const problems = this.register(new Problems());
    const check = new Check(levels, problems);
    this.register(new Diagnostics(texts, check, problems, levels));
    this.register(new Status(texts, problems));
    this.register(registerSymbols(texts));
    this.register(registerFixes(texts));
    this.register(new Front(texts, problems));
    this.refactor = new Refactor(texts, this.register(new Reports()));
    this.register(registerCompletion(texts));
    this.register(registerHover(texts));
    this.register(registerInlayHints(texts));
    this.register(registerColours(texts));
    this.workspaceCheck = this.register(new WorkspaceCheck(texts, check, problems, levels));
  }

  /** How many errors a flow on CAMS with this text would have, as the person wants to hear of them. */
  async errorsIn(text: string): Promise<number> {
    const levels = await this.levels.of(Uri.from({ scheme: 'cams-flow', path: '/' }));
    const found = (await findInSlices(parseFlow(text), () => false)) ?? [];
    return withLevels(found, levels).filter(({ severity }) => severity === 'error').length;
  }
}

/** The entry of the language bundle: tells VS Code everything that we know about Flow JSON. Loaded with the first one. */
export function createLanguage(): Language {
  return new Language();
}
