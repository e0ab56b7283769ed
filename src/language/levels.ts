import * as vscode from 'vscode';
import { readRuleLevels, type RuleLevels } from '../flowjson/ruleLevels';
import { DisposableStore } from '../platform/disposable';
import { readText } from './readText';

const fileName = '.flowlintrc.json';

const none: RuleLevels = new Map();

/**
 * What a person wants to hear of each rule: the nearest `.flowlintrc.json` above the file, as in a pipeline, and over it
 * the editor's own setting.
 */
export class Levels extends DisposableStore {
  private readonly files = new Map<string, Promise<RuleLevels | undefined>>();
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Everything that was found has to be shown anew. */
  readonly onDidChange = this.changed.event;

  constructor() {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(`**/${fileName}`));
    const forget = (): void => {
      this.files.clear();
      this.changed.fire();
    };
    this.register(watcher.onDidCreate(forget));
    this.register(watcher.onDidChange(forget));
    this.register(watcher.onDidDelete(forget));
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('camsFlows.flowJson.rules')) this.changed.fire();
      }),
    );
  }

  async of(uri: vscode.Uri): Promise<RuleLevels> {
    const setting = vscode.workspace.getConfiguration('camsFlows', uri).get<unknown>('flowJson.rules');
    const own = readRuleLevels(setting).levels;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const shared = folder && (await this.nearest(uri, folder.uri));
    return shared === undefined ? own : new Map([...shared, ...own]);
  }

  /** From the folder of the file up to its workspace folder; nothing above that is ours to read. */
  private async nearest(uri: vscode.Uri, top: vscode.Uri): Promise<RuleLevels | undefined> {
    const last = top.toString();
    for (let folder = parentOf(uri); ; folder = parentOf(folder)) {
      const levels = await this.levelsIn(folder);
      if (levels !== undefined || folder.toString() === last || parentOf(folder).path === folder.path)
        return levels;
    }
  }

  private levelsIn(folder: vscode.Uri): Promise<RuleLevels | undefined> {
    const key = folder.toString();
    let levels = this.files.get(key);
    if (levels === undefined) {
      levels = readText(vscode.Uri.joinPath(folder, fileName)).then(
        (text) => levelsOf(text),
        () => undefined,
      );
      this.files.set(key, levels);
    }
    return levels;
  }
}

const parentOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..');

/** A file that cannot be read as JSON changes nothing; the pipeline refuses it with a reason. */
function levelsOf(text: string): RuleLevels {
  try {
    const config: unknown = JSON.parse(text);
    return readRuleLevels((config as { rules?: unknown } | null)?.rules).levels;
  } catch {
    return none;
  }
}
