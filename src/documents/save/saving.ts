import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { FlowRef } from '../../flows/types';
import type { Log } from '../../platform/log';
import { withLateProgress } from '../../platform/progress';
import type { Bases } from '../base/bases';
import { sameMeaning, type Base, type Content } from '../content';
import type { FlowDocument } from '../flowDocument';
import { isReadOnly, type Statuses } from '../statuses';
import { ConflictError, type Prepared, type Written } from '../write/writing';
import type { FlowWriter } from '../write/flowWriter';
import { requireFlowJson } from '../write/unfit';
import { tellOutcome } from './outcome';
import { readOnly, type Questions } from './questions';
import { QUIET_FOR, Saves } from './saves';

interface SavingParts {
  readonly writer: Pick<FlowWriter, 'write' | 'prepare'>;
  readonly bases: Bases;
  readonly statuses: Statuses;
  readonly questions: Questions;
  readonly document: (ref: FlowRef) => FlowDocument;
  readonly labelOf: (ref: FlowRef, uri: vscode.Uri) => string;
  readonly nameOf: (ref: FlowRef) => string | undefined;
  /** This is the flow's JSON now: editors with another one learn of it. */
  readonly found: (ref: FlowRef, content: Content) => void;
  /** Makes VS Code look anew at the editors of a flow. */
  readonly refresh: (ref: FlowRef) => void;
  readonly log: Log;
}

/**
 * Saving is uploading. VS Code saves a file in four steps: it tells of the save, asks `stat` whether the file is newer than
 * its text, writes, and asks `stat` again. Here the first `stat` looks at what lies on CAMS now and, at the same time,
 * stores the file where CAMS can fetch it; the writing is left with telling CAMS of the file and reading it back. So a
 * save costs four calls to CAMS (GetFlowJSONAssest and GetChatappUploadAuthorization at once, UpdateFlowJSONAsset,
 * GetFlowJSONAssest). A look is relied on for one second; when questions, a slow upload or a slow disk took
 * longer, the writing looks once more. What may be overwritten is the text that the editor began as, and the one for which the person
 * has seen VS Code's conflict before and chosen "Overwrite"; anything else is refused by the writer.
 */
export class Saving {
  private readonly saves = new Map<string, Saves>();

  constructor(private readonly parts: SavingParts) {}

  /** VS Code is about to save an editor. */
  announce(uri: vscode.Uri, reason: vscode.TextDocumentSaveReason): void {
    this.of(uri).announce(reason !== vscode.TextDocumentSaveReason.Manual);
  }

  forget(uri: vscode.Uri): void {
    this.saves.delete(uri.toString());
  }

  /**
   * What the file of an editor is, for VS Code to compare with what it knows; undefined when this is no save, and nothing is
   * different from any other look. As long as CAMS has what the editor began as, in whatever spelling, the file is what
   * the editor knows.
   */
  async stat(uri: vscode.Uri, ref: FlowRef): Promise<Base | undefined> {
    const saves = this.of(uri);
    const base = this.parts.bases.of(uri);
    const { current } = saves;
    // Only the first look of a save is compared: a comparison or a revert after it gets what is there.
    if (current === undefined || current.look) return saves.isQuiet ? base : undefined;
    // Auto Save is refused anyway.
    if (current.isAuto) return base;
    const document = this.parts.document(ref);
    current.prepared = this.prepare(uri, ref);
    try {
      const looking = document.lookAnew();
      current.look = looking;
      const remote = await looking;
      if (base !== undefined && (sameMeaning(base, remote) || remote.meaning === document.lagging))
        return base;
      const size = saves.conflictSize(remote.size, base?.size, remote.meaning);
      return { ...factsOf(remote), size };
    } catch (error) {
      // VS Code takes a file whose stat fails for a new one and makes its folders: the writing will say what is wrong.
      if (base !== undefined) return base;
      throw error;
    }
  }

  /**
   * The look that a save has begun; it never rejects. A revert asks for the text and its facts at once: the facts may be those
   * of that look, and the text has to be too.
   */
  lookOf(uri: vscode.Uri): Promise<unknown> | undefined {
    return this.of(uri).current?.look?.catch(() => undefined);
  }

  /** Rejects with what a person has to know; the editor then stays dirty. */
  async write(uri: vscode.Uri, ref: FlowRef, bytes: Uint8Array): Promise<void> {
    const { bases, questions, statuses, writer } = this.parts;
    const saves = this.of(uri);
    const announced = saves.take();
    const label = this.parts.labelOf(ref, uri);
    const document = this.parts.document(ref);
    let written: Written;
    try {
      requireByHand(announced?.isAuto ?? isAutoSaved(uri));
      const status = statuses.of(ref);
      if (isReadOnly(status)) throw readOnly(status!);
      requireFlowJson(bytes);
      await questions.ask(ref, label, new TextDecoder().decode(bytes));
      const over = [bases.of(uri)?.meaning, saves.overwritable, document.lagging];
      const writing = {
        ref,
        bytes,
        over: over.filter((meaning) => meaning !== undefined),
        name: this.parts.nameOf(ref),
        prepared: announced?.prepared,
        looked: document.lastLook,
      };
      written = await withLateProgress(vscode.l10n.t('Saving {0} to CAMS', label), (signal) =>
        writer.write(writing, { signal }),
      );
    } catch (error) {
      announced?.prepared?.cancel();
      if (error instanceof ConflictError && error.remote !== undefined) document.learn(error.remote);
      throw error;
    }
    const content = document.wrote(bytes, written);
    bases.wrote(ref, uri, content);
    saves.written();
    this.parts.found(ref, content);
    this.tell(ref, label, bytes, written);
  }

  private tell(ref: FlowRef, label: string, bytes: Uint8Array, written: Written): void {
    const { log, refresh, statuses } = this.parts;
    log.info(
      `flow ${ref.flowId}: saved ${bytes.byteLength} bytes, request id ${written.requestId ?? '-'}, read back: ${written.readBack}`,
    );
    void tellOutcome(ref, label, bytes, written);
    if (written.sent) void statuses.changed(ref);
    // Not at once: first VS Code has to learn that what it wrote is what it knows.
    if (written.readBack === 'other') setTimeout(() => refresh(ref), QUIET_FOR).unref();
  }

  /** Stores what is going to be written, unless it cannot be. */
  private prepare(uri: vscode.Uri, ref: FlowRef): Prepared | undefined {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document?.isDirty !== true || isReadOnly(this.parts.statuses.of(ref))) return undefined;
    const text = new TextEncoder().encode(document.getText());
    const bytes = hasMark(this.parts.bases.of(uri)) ? Buffer.concat([BYTE_ORDER_MARK, text]) : text;
    try {
      requireFlowJson(bytes);
    } catch {
      return undefined;
    }
    return this.parts.writer.prepare(ref, bytes);
  }

  private of(uri: vscode.Uri): Saves {
    const key = uri.toString();
    let saves = this.saves.get(key);
    if (saves === undefined) this.saves.set(key, (saves = new Saves()));
    return saves;
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** VS Code keeps the mark of a file that has one. */
function hasMark(base: Base | undefined): boolean {
  return base?.bytes !== undefined && BYTE_ORDER_MARK.equals(base.bytes.subarray(0, 3));
}

function factsOf({ fingerprint, meaning, mtime, ctime, size }: Base): Base {
  return { fingerprint, meaning, mtime, ctime, size };
}

/**
 * A flow is not uploaded because somebody paused while typing. VS Code leaves an editor whose save was refused alone until a
 * person saves it.
 */
function requireByHand(isAuto: boolean): void {
  if (!isAuto) return;
  throw new AdviceError(
    vscode.l10n.t('Auto Save does not upload to CAMS.'),
    vscode.l10n.t('Save yourself when the flow is ready.'),
  );
}

/**
 * VS Code does not tell of every save; when it closes it saves without a word, but only with Auto Save. Our manifest keeps that to
 * the files of the workspace as far as JSON is concerned, unless a person wants it otherwise.
 */
function isAutoSaved(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration('files', { uri, languageId: 'json' });
  return files.get<string>('autoSave', 'off') !== 'off' && !files.get('autoSaveWorkspaceFilesOnly', false);
}
