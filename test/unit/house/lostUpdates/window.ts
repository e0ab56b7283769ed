import * as vscode from 'vscode';
import { flowRefOf, flowUri } from '../../../../src/documents/flowUri';
import { sameFlow, type FlowRef } from '../../../../src/flows/types';
import type { Backup, SaveReason, TextFile } from '../../documents/textFile';
import { Desk, giveDesk } from './desk';
import { as, type Life } from './lives';
import { startProgram, type Program } from './program';
import { Tab } from './tab';
import { numberOf, textOf } from './texts';
import type { World } from './world';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const REASONS: Readonly<Record<SaveReason, vscode.TextDocumentSaveReason>> = {
  explicit: vscode.TextDocumentSaveReason.Manual,
  auto: vscode.TextDocumentSaveReason.AfterDelay,
  focus: vscode.TextDocumentSaveReason.FocusOut,
  window: vscode.TextDocumentSaveReason.FocusOut,
};

/** What VS Code and the person know of a tab after a restart. */
interface Kept {
  readonly ref: FlowRef;
  readonly uri: vscode.Uri;
  readonly backup: Backup | undefined;
  readonly aware: readonly number[];
}

/** When a window dies. */
export interface Fuse {
  readonly steps: number;
  readonly isDone: boolean;
}

/** A window of VS Code with the program and a person in it. */
export class Window {
  tabs: Tab[] = [];
  desk: Desk;
  program: Program | undefined;
  private life: Life = { over: true };
  /** Closed in the middle of a save, which goes on. */
  private readonly closing: Tab[] = [];
  private kept: readonly Kept[] = [];
  private fuse: { steps: number; readonly isDone: boolean } | undefined;
  /** What it has done outside of itself, in order. */
  readonly steps: string[] = [];
  /** What VS Code said of saves that failed. */
  readonly failures: string[] = [];

  constructor(
    private readonly world: World,
    readonly index: number,
  ) {
    this.desk = new Desk(world.machine);
  }

  get isOpen(): boolean {
    return !this.life.over;
  }

  is(life: Life | undefined): boolean {
    return this.life === life;
  }

  /** In the name of this window; what it throws is for VS Code to show, not for us. */
  do<T>(work: (program: Program) => T): T {
    return as(this.life, () => work(this.program!));
  }

  start(): void {
    const { machine, wire, mutation } = this.world;
    const life: Life = { over: false };
    this.life = life;
    this.tell('starts');
    this.desk = new Desk(machine);
    this.desk.show = async (uris) => this.shown(uris);
    this.desk.onTold = (text) => {
      this.tell(`tells: ${text}`);
      this.world.interruptions.told(text, (flowId) => wire.look(this.index, flowId)?.seen ?? 0);
    };
    giveDesk(life, this.desk);
    as(life, () => {
      const shared = machine.sharedBy(life);
      const program = startProgram(
        { ...shared, workspaceState: machine.workspaceState(this.index), cams: wire.camsOf(this.index) },
        mutation,
      );
      this.program = program;
      program.filesChanged.event((events) => this.reload(events));
      this.tabs = this.kept.map((kept) => this.restored(kept));
    });
    this.kept = [];
  }

  /** Everything in memory is gone. VS Code opens the tabs again, and what was dirty in them. */
  kill(): void {
    if (!this.isOpen) return;
    this.life.over = true;
    this.tell('dies');
    this.world.interruptions.died(this.life);
    this.fuse = undefined;
    this.kept = this.tabs.map((tab) => {
      const { ref, uri, file } = tab;
      return { ref, uri, backup: file.backup(), aware: tab.awareAfterDeath(this.world.time.now) };
    });
    for (const { file } of this.tabs) file.dispose();
    this.tabs = [];
  }

  /** Dies at its so-many-th step outside from now: before it, or when it is done and nobody has heard of it. */
  lightFuse(fuse: Fuse): void {
    this.fuse = { ...fuse };
  }

  /** One step of the fuse. True when this step is the last that is done. */
  burn(operation: string): boolean {
    this.steps.push(operation);
    if (this.fuse === undefined || this.fuse.steps-- > 0) return false;
    // Nothing but the power can fail between the end of an entry of the journal and the sentence about it.
    if (this.fuse.isDone && operation !== 'delete') return true;
    this.die();
    return false;
  }

  /** And comes back a moment later. */
  die(): void {
    this.kill();
    this.world.startLater(this);
  }

  /** The texts that stand unsaved in this window, also while it is closed. */
  get unsaved(): { ref: FlowRef; number: number | undefined }[] {
    const open = this.tabs.filter(({ file }) => file.isDirty);
    const closed = this.kept.filter(({ backup }) => backup !== undefined);
    return [
      ...open.map(({ ref, number }) => ({ ref, number })),
      ...closed.map(({ ref, backup }) => ({ ref, number: numberOf(backup!.text) })),
    ];
  }

  tabOf(ref: FlowRef): Tab | undefined {
    return this.tabs.find((tab) => sameFlow(tab.ref, ref));
  }

  /** What the person may overwrite who sends something now. */
  awareOf(flowId: string): Set<number> {
    const tabs = [...this.tabs, ...this.closing].filter(({ ref }) => ref.flowId === flowId);
    return new Set(
      tabs.flatMap(({ aware, isSaving, awareAtSave }) => [...aware, ...(isSaving ? awareAtSave : [])]),
    );
  }

  open(ref: FlowRef): void {
    const tab = this.tabOf(ref) ?? this.newTab(ref, flowUri(ref, `Flow ${ref.flowId}`));
    this.do(() => void tab.file.resolve().catch(() => undefined));
  }

  type(tab: Tab): void {
    if (!tab.file.isResolved) return;
    const text = textOf(this.world.newText(tab.ref.flowId));
    this.world.law.typed.add(numberOf(text));
    this.tell(`types ${numberOf(text)} (${tab.ref.flowId})`);
    this.do(() => tab.file.edit(text));
  }

  save(tab: Tab, reason: SaveReason, overwrite = false): void {
    if (!tab.file.isResolved) return;
    this.do(() => void tab.file.save({ reason, overwrite }));
  }

  /** The ways out of VS Code's conflict. */
  answer(tab: Tab, choice: 'compare' | 'overwrite' | 'revert'): void {
    if (!tab.file.inConflict) return;
    this.tell(choice);
    if (choice === 'overwrite') this.save(tab, 'explicit', true);
    else if (choice === 'revert') this.revert(tab);
    else this.do(() => void this.shown([tab.uri]).catch(() => undefined));
  }

  revert(tab: Tab): void {
    this.do(() => void tab.file.revert().catch(() => undefined));
  }

  close(tab: Tab): void {
    this.tabs = this.tabs.filter((other) => other !== tab);
    if (tab.isSaving) this.closing.push(tab);
    tab.file.dispose();
    this.do(() => {
      const index = this.desk.documents.findIndex(({ uri }) => uri.toString() === tab.uri.toString());
      const [document] = index < 0 ? [] : this.desk.documents.splice(index, 1);
      if (document !== undefined) this.desk.closed.fire(document);
    });
  }

  private tell(what: string): void {
    this.world.tell(`window ${this.index} ${what}`);
  }

  private newTab(ref: FlowRef, uri: vscode.Uri): Tab {
    const document = documentOf(() => tab.file);
    const tab: Tab = new Tab(ref, uri, this.program!.files, {
      shown: (file) => {
        this.tell(`shows ${numberOf(file.text)}`);
        tab.rebase(numberOf(file.text), this.world.time.now);
      },
      willSave: (_file, reason) => {
        this.tell(`${reason} save of ${tab.number} (${ref.flowId})`);
        tab.savedAt.set(tab.number, this.world.time.now);
        tab.isSaving = true;
        tab.awareAtSave = [...tab.aware];
        tab.toldBefore = this.desk.told.length;
        const waitUntil = () => undefined;
        this.do(() => this.desk.willSave.fire({ document, reason: REASONS[reason], waitUntil }));
      },
      changed: (file) => {
        document.isDirty = file.isDirty;
        if (!this.desk.documents.includes(document)) {
          this.desk.documents.push(document);
          this.do(() => this.desk.opened.fire(document));
        }
        const change = { document, contentChanges: [], reason: undefined };
        this.do(() => this.desk.changed.fire(change));
      },
      saved: (_file, bytes) => {
        this.saved(tab, numberOf(bytes));
        this.do(() => this.desk.saved.fire(document));
      },
      conflict: () => {
        tab.isSaving = false;
        this.toldOf(tab);
      },
      failed: (_file, error) => {
        tab.isSaving = false;
        this.failed(tab, String(error));
      },
    });
    this.tabs.push(tab);
    return tab;
  }

  private saved(tab: Tab, number: number | undefined): void {
    tab.isSaving = false;
    this.tell(`saved ${number}`);
    const isLagging = this.world.saved(this, tab, number);
    // Typed over meanwhile: the editor is dirty, and based on what was saved. What CAMS goes on showing is what was there.
    if (isLagging && number !== undefined) tab.aware.add(number);
    else tab.rebase(number, this.world.time.now);
  }

  private failed(tab: Tab, sentence: string): void {
    this.tell(`not saved: ${sentence}`);
    this.failures.push(sentence);
    if (/nothing has changed on CAMS/.test(sentence)) this.world.saidUnchanged(this, tab);
  }

  /** The person reads that the file is newer: what the program last found there. */
  private toldOf(tab: Tab): void {
    const { wire, remote } = this.world;
    const { flowId } = tab.ref;
    const look = wire.look(this.index, flowId);
    const entry = look && remote.entries(flowId)[look.seen - 1];
    this.tell(`is told of ${entry?.number}`);
    if (entry !== undefined) tab.aware.add(entry.number);
  }

  private restored({ ref, uri, backup, aware }: Kept): Tab {
    const tab = this.newTab(ref, uri);
    if (backup === undefined) {
      void tab.file.resolve().catch(() => undefined);
      return tab;
    }
    for (const number of aware) tab.aware.add(number);
    tab.file.restore(backup);
    return tab;
  }

  private reload(events: readonly vscode.FileChangeEvent[]): void {
    for (const { uri } of events) {
      const tab = this.tabs.find((one) => one.uri.toString() === uri.toString());
      if (tab !== undefined) this.do(() => void tab.file.fileChanged());
    }
  }

  /** A comparison, or any other editor: the person sees what the provider gives for it. */
  private async shown(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) {
      const ref = flowRefOf(uri);
      const tab = ref && this.tabOf(ref);
      if (tab === undefined) continue;
      const bytes = await this.program!.files.readFile(uri);
      const number = numberOf(bytes);
      if (number !== undefined) tab.aware.add(number);
    }
  }
}

/** As extensions know it: that it became dirty or clean they learn with a change. */
function documentOf(fileOf: () => TextFile): Mutable<vscode.TextDocument> {
  return {
    get uri() {
      return fileOf().uri;
    },
    languageId: 'json',
    version: 1,
    get isClosed() {
      return fileOf().isDisposed();
    },
    isDirty: false,
    getText: () => fileOf().text,
  } as never;
}
