import {
  InputBoxValidationSeverity,
  l10n,
  QuickInputButtons,
  window,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
  type ThemeIcon,
} from 'vscode';
import { CancelledError, isCancelled } from '../platform/cancellation';
import type { Disposable } from '../platform/disposable';
import { withoutIcons, withoutLinks } from '../platform/messages';

/** The person went one step back. */
export const back = Symbol('back');
export type Back = typeof back;

/** What every step of a dialogue shows around its question. */
export interface Frame {
  readonly title: string;
  /** From 1; left out in a dialogue of one step. */
  readonly step?: number;
  readonly totalSteps?: number;
}

export interface TextQuestion extends Frame {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** What was wrong with the value when it was given before. */
  readonly problem?: string;
  /** A sentence when the trimmed text cannot be right. */
  readonly validate: (text: string) => string | undefined;
  /** A sentence about a trimmed text that may be right all the same: shown while it is typed. */
  readonly warn?: (text: string) => string | undefined;
  /** Tries the text out while the question stays open. A sentence keeps it open, for another text. */
  readonly accept?: (text: string, signal: AbortSignal) => Promise<string | undefined>;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly iconPath?: ThemeIcon;
  readonly value: T;
}

export interface ChoiceQuestion<T> extends Frame {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
}

/** Asks for a line of text, trimmed. Rejects with CancelledError when the question is dismissed. */
export function askText(question: TextQuestion): Promise<string | Back> {
  const input = window.createInputBox();
  input.value = question.value ?? '';
  input.placeholder = question.placeholder;
  input.password = question.password ?? false;
  const prompt = withoutLinks(question.prompt);
  input.prompt = prompt;
  const warning = (text: string) => {
    const message = question.warn?.(text);
    const severity = InputBoxValidationSeverity.Warning;
    return message === undefined ? undefined : { message: withoutLinks(message), severity };
  };
  input.validationMessage = plain(question.problem) ?? warning(input.value.trim());
  return ask<string>(input, question, (settle) => {
    const dismissed = new AbortController();
    const refuse = (problem: string | undefined) => {
      input.validationMessage = plain(problem);
      return problem !== undefined;
    };
    const accept = async () => {
      const text = input.value.trim();
      if (input.busy || refuse(question.validate(text))) return;
      if (question.accept !== undefined) {
        // Not disabled: that would take the focus, and Escape with it.
        input.busy = true;
        input.prompt = l10n.t('Asking CAMS… Escape cancels.');
        const problem = await question.accept(text, dismissed.signal).finally(() => {
          input.busy = false;
          input.prompt = prompt;
        });
        if (refuse(problem)) return;
      }
      settle.resolve(text);
    };
    return [
      input.onDidChangeValue((value) => {
        const text = value.trim();
        // Not while the first attempt is being typed: half a key is no mistake.
        const problem = input.validationMessage === undefined ? undefined : question.validate(text);
        input.validationMessage = plain(problem) ?? warning(text);
      }),
      input.onDidAccept(() => void accept().catch(settle.reject)),
      { dispose: () => dismissed.abort(new CancelledError()) },
    ];
  });
}

/** Asks for one of several answers. Rejects with CancelledError when the question is dismissed. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<T | Back> {
  const pick = window.createQuickPick<QuickPickItem & Choice<T>>();
  pick.items = question.choices.map(itemOf);
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return ask<T>(pick, question, (settle) => [
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) settle.resolve(chosen.value);
    }),
  ]);
}

export interface SeveralQuestion<T> extends ChoiceQuestion<T> {
  readonly picked: readonly T[];
  /** What is said when nothing is picked. */
  readonly none: string;
}

/** Asks for one or more of several answers. Rejects with CancelledError when the question is dismissed. */
export function askSeveral<T>(question: SeveralQuestion<T>): Promise<readonly T[] | Back> {
  const pick = window.createQuickPick<QuickPickItem & Choice<T>>();
  pick.canSelectMany = true;
  pick.items = question.choices.map(itemOf);
  pick.selectedItems = pick.items.filter(({ value }) => question.picked.includes(value));
  pick.placeholder = question.placeholder;
  return ask<readonly T[], T>(pick, question, (settle) => [
    pick.onDidAccept(() => {
      if (pick.selectedItems.length === 0) pick.placeholder = question.none;
      else settle.resolve(pick.selectedItems.map(({ value }) => value));
    }),
  ]);
}

const plain = (problem: string | undefined) => problem && withoutLinks(problem);

function itemOf<T>({ label, description, detail, ...rest }: Choice<T>): QuickPickItem & Choice<T> {
  return {
    ...rest,
    label: withoutIcons(label),
    description: description && withoutIcons(description),
    detail: detail && withoutIcons(detail),
  };
}

interface Settle<T> {
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
}

async function ask<T, Item = T>(
  input: InputBox | QuickPick<QuickPickItem & Choice<Item>>,
  { title, step, totalSteps }: Frame,
  listen: (settle: Settle<T>) => Disposable[],
): Promise<T | Back> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  // A secret is copied from another window, and the way back should not be lost on the way.
  input.ignoreFocusOut = true;
  input.buttons = (step ?? 1) > 1 ? [QuickInputButtons.Back] : [];
  const listeners: Disposable[] = [];
  try {
    return await new Promise<T | Back>((resolve, reject) => {
      listeners.push(
        ...listen({ resolve, reject }),
        input.onDidTriggerButton(() => resolve(back)),
        input.onDidHide(() => reject(new CancelledError())),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    input.dispose();
  }
}

/** Undefined when the person dismisses a question of the dialogue: for those who go on without it. */
export async function unlessDismissed<T>(dialogue: Promise<T>): Promise<T | undefined> {
  try {
    return await dialogue;
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw error;
  }
}
