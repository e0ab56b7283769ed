import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Command, Parts } from '../../../src/commands/command';
import type { FlowRef } from '../../../src/flows/types';
import { Merges } from '../../../src/links/merges';
import type { Link } from '../../../src/links/types';
import { FakeFlows, FakeLinks } from '../links/fakeLinks';
import { FakeDocument } from '../textDocument';

const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Choice {
  readonly label: string;
}

/** A quick pick or an input box in which the person answers at once: with a label, a text, or by leaving. */
class Answered {
  private readonly accepting = new vscode.EventEmitter<void>();
  private readonly hiding = new vscode.EventEmitter<void>();
  readonly onDidAccept = this.accepting.event;
  readonly onDidHide = this.hiding.event;
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidTriggerButton = new vscode.EventEmitter<void>().event;
  readonly dispose = () => undefined;
  items: readonly Choice[] = [];
  selectedItems: readonly Choice[] = [];
  value = '';
  title = '';
  validationMessage: string | undefined;

  constructor(private readonly answer: (question: Answered) => string | undefined) {}

  show(): void {
    const answer = this.answer(this);
    queueMicrotask(() => {
      if (answer === undefined) {
        this.hiding.fire();
        return;
      }
      this.selectedItems = this.items.filter(({ label }) => label === answer);
      if (this.items.length === 0 && answer !== '') this.value = answer;
      this.accepting.fire();
    });
  }
}

/** Commands of links in a window that the test plays: what is linked, what is on CAMS, and what the person answers. */
export function linksHouse() {
  const links = new FakeLinks();
  const flows = new FakeFlows();
  /** Files of the workspace by their path. */
  const disk = new Map<string, string>();
  const remote = new Map<string, string>();
  const errors = new Map<string, number>();
  const documents: (FakeDocument & { isDirty: boolean; save: () => Promise<boolean> })[] = [];
  /** What the person presses on a notification or in a dialogue, by its beginning; nothing by default. */
  const presses: (string | undefined)[] = [];
  const notifications: { text: string; detail?: string; modal: boolean; items: string[] }[] = [];
  const statusBar: string[] = [];
  const reports: string[] = [];
  /** What the person chooses or types, one after the other; then they leave. */
  const answers: (string | undefined)[] = [];
  const questions: { title: string; labels: string[]; value: string }[] = [];
  const sources: vscode.CancellationTokenSource[] = [];
  const progress: string[] = [];
  const saved = new vscode.EventEmitter<{ uri: vscode.Uri }>();
  const tabsChanged = new vscode.EventEmitter<{ closed: unknown[] }>();
  const tabs: { input: unknown }[] = [];
  const kept: { text: string; origin: string }[] = [];
  let setting = 'ask';

  const tell = async (text: string, ...rest: (string | vscode.MessageOptions)[]) => {
    const options = rest.find((item) => typeof item === 'object');
    const items = rest.filter((item) => typeof item === 'string');
    notifications.push({ text, detail: options?.detail, modal: options?.modal === true, items });
    const press = items.length === 0 ? undefined : presses.shift();
    if (press !== undefined && !items.includes(press)) throw new Error(`No "${press}" in ${items.join()}`);
    return press;
  };
  const question = () =>
    new Answered(({ title, items, value }) => {
      questions.push({ title, labels: items.map(({ label }) => label), value });
      return answers.shift();
    });
  const group = {
    tabs,
    get activeTab() {
      return tabs.at(-1);
    },
  };
  const executeCommand = vi.fn<(command: string, ...args: unknown[]) => Promise<unknown>>(
    async () => undefined,
  );
  Object.assign(vscode.commands, {
    executeCommand,
    getCommands: vi.fn(async () => ['_open.mergeEditor']),
  });
  Object.assign(vscode.env, { language: 'en' });
  Object.assign(vscode.window, {
    activeTextEditor: undefined,
    createQuickPick: question,
    createInputBox: question,
    showInformationMessage: tell,
    showWarningMessage: tell,
    showErrorMessage: tell,
    setStatusBarMessage: (text: string) => statusBar.push(text),
    showTextDocument: vi.fn(async () => undefined),
    showSaveDialog: vi.fn(async (): Promise<vscode.Uri | undefined> => undefined),
    tabGroups: { onDidChangeTabs: tabsChanged.event, all: [group], activeTabGroup: group },
    withProgress: (options: { title?: string; location: unknown }, task: (...args: unknown[]) => unknown) => {
      const source = new vscode.CancellationTokenSource();
      sources.push(source);
      progress.push(options.title ?? JSON.stringify(options.location));
      return task({ report: () => undefined }, source.token);
    },
  });
  const readFile = async ({ path }: vscode.Uri) => {
    const text = disk.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return bytesOf(text);
  };
  Object.assign(vscode.workspace, {
    workspaceFolders: [{ uri: vscode.Uri.file('/work') }],
    textDocuments: documents,
    asRelativePath: ({ path }: vscode.Uri) => path.replace('/work/', ''),
    onDidSaveTextDocument: saved.event,
    findFiles: async () => [...disk.keys()].map((path) => vscode.Uri.file(path)),
    openTextDocument: async (what: vscode.Uri | { content: string }) => {
      if (what instanceof vscode.Uri) return documents.find(({ uri }) => uri.path === what.path);
      return reports.push(what.content);
    },
    fs: { readFile, stat: async (uri: vscode.Uri) => ({ size: (await readFile(uri)).length }) },
    getConfiguration: () => ({ inspect: () => ({ globalValue: setting }) }),
  });
  const history = {
    keep: vi.fn(async (_ref: FlowRef, bytes: Uint8Array, origin: string) => {
      kept.push({ text: new TextDecoder().decode(bytes), origin });
      return { id: `v${kept.length}` };
    }),
    find: vi.fn(async () => undefined),
  };
  const log = { error: vi.fn(), show: vi.fn() };
  const merges = new Merges();
  const parts = {
    accounts: {
      get: () => ({ label: 'Acme', spaces: [{ id: 's1', label: 'Shop' }] }),
    },
    links,
    flows,
    history,
    merges,
    log,
    documents: {
      open: vi.fn(async () => undefined),
      download: vi.fn(async ({ flowId }: FlowRef) => bytesOf(remote.get(flowId) ?? '{}')),
      baseOf: vi.fn(() => undefined),
      refresh: vi.fn(),
    },
    language: async () => ({ errorsIn: async (text: string) => errors.get(text) ?? 0 }),
  };
  const edit = (link: Link | vscode.Uri, text: string) => {
    const uri = link instanceof vscode.Uri ? link : link.file;
    const document = Object.assign(new FakeDocument(uri, text), {
      isDirty: true,
      save: vi.fn(async () => {
        document.isDirty = false;
        return true;
      }),
    });
    documents.push(document);
    return document;
  };
  return {
    ...parts,
    disk,
    remote,
    errors,
    presses,
    notifications,
    statusBar,
    reports,
    answers,
    questions,
    sources,
    progress,
    saved,
    tabs,
    tabsChanged,
    kept,
    executeCommand,
    edit,
    setWithErrors: (value: string) => (setting = value),
    run: (command: Command, ...args: unknown[]) => command(parts as unknown as Parts, args),
    parts: parts as unknown as Parts,
  };
}
