import * as vscode from 'vscode';
import { vi } from 'vitest';
import type { Settings } from '../../../src/platform/settings';

/** A question as a person sees it. */
export class Question {
  title?: string;
  step?: number;
  totalSteps?: number;
  prompt?: string;
  placeholder?: string;
  password = false;
  value = '';
  busy = false;
  ignoreFocusOut = false;
  buttons: readonly unknown[] = [];
  items: readonly { label: string; description?: string; detail?: string }[] = [];
  selectedItems: readonly unknown[] = [];
  disposed = false;
  private message: string | undefined;
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly hidden = new vscode.EventEmitter<void>();
  private readonly pressed = new vscode.EventEmitter<unknown>();
  private readonly waiting: ((message: string) => void)[] = [];
  readonly onDidChangeValue = this.changed.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidTriggerButton = this.pressed.event;

  constructor(private readonly shown: (question: Question) => void) {}

  get validationMessage(): string | undefined {
    return this.message;
  }
  set validationMessage(message: string | undefined) {
    this.message = message;
    if (message !== undefined) for (const resolve of this.waiting.splice(0)) resolve(message);
  }

  show(): void {
    this.shown(this);
  }
  dispose(): void {
    this.disposed = true;
  }

  /** Types a text, without Enter. */
  type(text: string): void {
    this.value = text;
    this.changed.fire(text);
  }
  /** Types a text, or leaves what is there, and presses Enter. */
  enter(text = this.value): void {
    this.type(text);
    this.accepted.fire();
  }
  /** Presses Enter on what is there, or is picked. */
  accept(): void {
    this.accepted.fire();
  }
  choose(label: RegExp): void {
    const item = this.items.find((one) => label.test(one.label));
    if (item === undefined)
      throw new Error(`no ${label} among ${this.items.map((one) => one.label).join(', ')}`);
    this.selectedItems = [item];
    this.accepted.fire();
  }
  back(): void {
    // Not by identity: every window of a test has a `vscode` of its own.
    const { iconPath: icon } = vscode.QuickInputButtons.Back as { iconPath: { id: string } };
    const buttons = this.buttons as { iconPath: { id: string } }[];
    const button = buttons.find(({ iconPath }) => iconPath.id === icon.id);
    if (button === undefined) throw new Error('there is no back button');
    this.pressed.fire(button);
  }
  escape(): void {
    this.hidden.fire();
  }
  /** The next complaint about what was entered. */
  complaint(): Promise<string> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

export interface Person {
  /** The next question, in the order in which they are shown. */
  next(): Promise<Question>;
  /** Questions that nobody has answered. */
  readonly open: readonly Question[];
  readonly told: string[];
}

/** Puts a person in front of the questions of `vscode.window`. */
export function person(settings: Partial<Settings> = {}): Person {
  const shown: Question[] = [];
  const waiting: ((question: Question) => void)[] = [];
  const told: string[] = [];
  const show = (question: Question) => {
    const resolve = waiting.shift();
    if (resolve === undefined) shown.push(question);
    else resolve(question);
  };
  const tell = vi.fn(async (message: string) => {
    told.push(message);
    return undefined;
  });
  Object.assign(vscode.window, {
    createInputBox: () => new Question(show),
    createQuickPick: () => new Question(show),
    showInformationMessage: tell,
    withProgress: (_: unknown, task: (progress: unknown, token: unknown) => unknown) =>
      task({ report: () => undefined }, new vscode.CancellationTokenSource().token),
  });
  Object.assign(vscode.env, { remoteName: undefined });
  Object.assign(vscode.workspace, {
    getConfiguration: () => ({
      inspect: (key: keyof Settings) => ({ globalValue: settings[key] }),
    }),
  });
  return {
    open: shown,
    told,
    next: () => {
      const question = shown.shift();
      return question === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(question);
    },
  };
}
