import { window, type Disposable } from 'vscode';

/** VS Code makes a link of `[words](command:…)` in a message, and runs the command without a question. */
const LINK = /\](?=\((?:https?:\/\/|command:|file:))/gi;

/** It draws `$(name)` as an icon where an icon may stand. */
const ICON = /\$(?=\([\da-z-]+(?:~[a-z]+)?\))/gi;

/**
 * A text for a message or beside a question. What flows, files and spaces are called, and what CAMS says, is written by
 * others: it may look like a link, but is none.
 */
export function withoutLinks(text: string): string {
  return text.replace(LINK, '] ');
}

/** A text for a list or the status bar: what looks like an icon is shown as it is written. */
export function withoutIcons(text: string): string {
  return text.replace(ICON, '\\$&');
}

type Show = typeof window.showInformationMessage;

const shown =
  (show: () => Show): Show =>
  (message: string, ...rest: []) =>
    show()(withoutLinks(message), ...rest);

/* As those of VS Code, with no link that is not ours. Nothing else in the program calls theirs. */
export const showInformationMessage = shown(() => window.showInformationMessage);
export const showWarningMessage = shown(() => window.showWarningMessage);
export const showErrorMessage = shown(() => window.showErrorMessage);

/** For `time` milliseconds; `icon` is the name of one of VS Code's. */
export function setStatusBarMessage(text: string, time: number, icon?: string): Disposable {
  const plain = withoutIcons(text);
  return window.setStatusBarMessage(icon === undefined ? plain : `$(${icon}) ${plain}`, time);
}
