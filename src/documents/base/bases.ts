import * as vscode from 'vscode';
import { sameFlow, type FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import type { Base, Content } from '../content';
import { flowRefOf } from '../flowUri';
import { BaseMemory } from './baseMemory';

/** What has been given out for a file and no editor has taken yet is remembered this often: reads overtake each other. */
const HANDED = 3;

interface Editor {
  readonly ref: FlowRef;
  base: Base | undefined;
  isDirty: boolean;
  /** What was read for this file since, oldest first. Who asked may have been somebody else than the editor. */
  handed: Content[];
}

interface BasesParts {
  readonly state: vscode.Memento;
  /** A person, or a program, has begun to edit. */
  readonly edited: (ref: FlowRef, document: vscode.TextDocument, base: Base | undefined) => void;
  /** An editor with edits came back after a restart. */
  readonly restored: (ref: FlowRef, base: Base) => void;
}

/**
 * What the text in each editor began as: only this may a save overwrite unasked. A file is also read by comparisons, by
 * VS Code's own check before a save and by other extensions, so that something was read does not mean that the
 * editor shows it: an editor has taken a text when it shows exactly this and is not dirty.
 */
export class Bases extends DisposableStore {
  private readonly editors = new Map<string, Editor>();
  private readonly memory: BaseMemory;

  constructor(private readonly parts: BasesParts) {
    super();
    this.memory = new BaseMemory(parts.state);
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument((document) => this.opened(document)));
    this.register(workspace.onDidChangeTextDocument(({ document }) => this.changed(document)));
    this.register(workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri)));
    for (const document of workspace.textDocuments) this.opened(document);
  }

  /** Undefined for an editor of which nobody knows, and for no editor. */
  of(uri: vscode.Uri): Base | undefined {
    return this.editors.get(uri.toString())?.base;
  }

  /** This is what the file is now, for whoever asked. */
  handOut(ref: FlowRef, uri: vscode.Uri, content: Content): void {
    const editor = this.editor(ref, uri);
    const others = editor.handed.filter(({ fingerprint }) => fingerprint !== content.fingerprint);
    editor.handed = [...others, content].slice(-HANDED);
    const document = documentOf(uri);
    // It may have been told to be clean before what it shows was read.
    if (document !== undefined && !document.isDirty) this.take(document, editor);
  }

  /** The editor's text is on CAMS. */
  wrote(ref: FlowRef, uri: vscode.Uri, content: Content): void {
    const editor = this.editor(ref, uri);
    editor.base = content;
    editor.handed = [];
    if (editor.isDirty) this.memory.put(uri.toString(), content);
  }

  /** No editor has taken what was read of this flow. */
  forget(ref: FlowRef): void {
    for (const [key, editor] of this.editors) if (sameFlow(editor.ref, ref)) this.editors.delete(key);
  }

  private opened(document: vscode.TextDocument): void {
    const ref = flowRefOf(document.uri);
    if (ref === undefined) return;
    const editor = this.editor(ref, document.uri);
    const base = document.isDirty ? this.memory.get(document.uri.toString()) : undefined;
    if (!document.isDirty) this.cleaned(document, editor);
    else if (editor.base === undefined && base !== undefined) {
      editor.base = base;
      this.parts.restored(ref, base);
    }
    editor.isDirty = document.isDirty;
  }

  private changed(document: vscode.TextDocument): void {
    const ref = flowRefOf(document.uri);
    if (ref === undefined) return;
    const editor = this.editor(ref, document.uri);
    const wasDirty = editor.isDirty;
    editor.isDirty = document.isDirty;
    if (!document.isDirty) this.cleaned(document, editor);
    else if (!wasDirty) {
      if (editor.base !== undefined) this.memory.put(document.uri.toString(), editor.base);
      this.parts.edited(ref, document, editor.base);
    }
  }

  private cleaned(document: vscode.TextDocument, editor: Editor): void {
    this.take(document, editor);
    this.memory.remove(document.uri.toString());
  }

  private take(document: vscode.TextDocument, editor: Editor): void {
    const text = plain(document.getText());
    const index = editor.handed.findLastIndex(({ bytes }) => textOf(bytes) === text);
    if (index < 0) return;
    editor.base = editor.handed[index];
    editor.handed = editor.handed.slice(index + 1);
  }

  /** A document whose language changes is closed and opened, but never missing. */
  private closed(uri: vscode.Uri): void {
    if (flowRefOf(uri) === undefined || documentOf(uri) !== undefined) return;
    this.editors.delete(uri.toString());
    this.memory.remove(uri.toString());
  }

  private editor(ref: FlowRef, uri: vscode.Uri): Editor {
    const key = uri.toString();
    let editor = this.editors.get(key);
    if (editor === undefined) {
      editor = { ref, base: undefined, isDirty: false, handed: [] };
      this.editors.set(key, editor);
    }
    return editor;
  }
}

function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

const textOf = (bytes: Uint8Array): string => plain(new TextDecoder().decode(bytes));

/** An editor has one kind of line end. */
const plain = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
