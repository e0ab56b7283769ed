import { describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { askChoice, askText } from '../../../src/accounts/steps';
import {
  setStatusBarMessage,
  showErrorMessage,
  showInformationMessage,
  showWarningMessage,
  withoutIcons,
  withoutLinks,
} from '../../../src/platform/messages';
import { withProgress } from '../../../src/platform/progress';

/** As VS Code finds links in messages and icons in lists (linkedText.ts, iconLabels.ts). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
const ICON = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
const drawn = (text: string) =>
  text.replace(ICON, (_, escaped: string | undefined, name: string) =>
    escaped ? `$(${name})` : `<${name}>`,
  );

const evil = 'Flow [Sign in](command:workbench.action.terminal.sendSequence?%7B%7D) $(check)';

describe('a name that looks like a link', () => {
  it.each([
    '[a](command:x)',
    '[a](COMMAND:x "title")',
    '[[a](https://x)',
    '[a](file:///x)',
    '[a](http://x)[b](command:y)',
  ])('is none: %s', (name) => {
    expect(name).toMatch(LINK);
    expect(withoutLinks(name)).not.toMatch(LINK);
  });

  it.each(['[a] (b)', '[1](2)', 'a](b', 'plain'])('is left alone where VS Code sees none: %s', (name) => {
    expect(withoutLinks(name)).toBe(name);
  });

  it.each([
    ['showInformationMessage', showInformationMessage],
    ['showWarningMessage', showWarningMessage],
    ['showErrorMessage', showErrorMessage],
  ] as const)('is none in %s', async (name, show) => {
    const spy = vi.fn<(...args: unknown[]) => Promise<string>>(async () => 'Yes');
    Object.assign(vscode.window, { [name]: spy });
    expect(await show(evil, { modal: true }, 'Yes')).toBe('Yes');
    expect(spy.mock.calls).toEqual([[expect.not.stringMatching(LINK), { modal: true }, 'Yes']]);
  });

  it('is none in a progress, beside a question, and in what is wrong with an answer', async () => {
    const titles: string[] = [];
    Object.assign(vscode.window, {
      withProgress: async ({ title }: { title: string }) => void titles.push(title),
    });
    await withProgress(evil, async () => undefined);
    const hiding = new vscode.EventEmitter<void>();
    const never = new vscode.EventEmitter<never>().event;
    const input = {
      ...{ value: '', prompt: '', validationMessage: '' as unknown },
      ...{ onDidHide: hiding.event, onDidAccept: never, onDidChangeValue: never, onDidTriggerButton: never },
      ...{ show: () => hiding.fire(), dispose: () => undefined },
    };
    Object.assign(vscode.window, { createInputBox: () => input });
    const asked = askText({ title: '', prompt: evil, problem: evil, validate: () => undefined });
    await expect(asked).rejects.toThrow();
    for (const text of [...titles, input.prompt, String(input.validationMessage)]) {
      expect(text).toContain('Sign in');
      expect(text).not.toMatch(LINK);
    }
  });
});

describe('a name that looks like an icon', () => {
  it.each(['$(check)', 'a $(loading~spin) b', '$($(x))', '\\$(check)', '$$(check)'])(
    'is drawn as it is written: %s',
    (name) => {
      expect(drawn(name)).not.toBe(name);
      expect(drawn(withoutIcons(name))).toBe(name);
    },
  );

  it('is left alone where VS Code sees none', () => {
    expect(withoutIcons('$(a b) ${form.x} $()')).toBe('$(a b) ${form.x} $()');
  });

  it('is text in the status bar, behind an icon of ours', () => {
    const texts: string[] = [];
    Object.assign(vscode.window, { setStatusBarMessage: (text: string) => void texts.push(text) });
    setStatusBarMessage('$(x)', 1);
    setStatusBarMessage('$(x)', 1, 'cloud-upload');
    expect(texts.map(drawn)).toEqual(['$(x)', '<cloud-upload> $(x)']);
  });

  it('is text in a list, and the answer is what it stands for', async () => {
    const accepting = new vscode.EventEmitter<void>();
    const never = new vscode.EventEmitter<never>().event;
    const pick = {
      ...{ items: [] as { label: string }[], selectedItems: [] as unknown[] },
      ...{
        onDidAccept: accepting.event,
        onDidHide: never,
        onDidTriggerButton: never,
        dispose: () => undefined,
      },
      show: () => {
        pick.selectedItems = pick.items;
        accepting.fire();
      },
    };
    Object.assign(vscode.window, { createQuickPick: () => pick });
    const choices = [{ label: '$(a)', description: '$(b)', detail: '$(c)', value: '$(d)' }];
    expect(await askChoice({ title: '', placeholder: '', choices })).toBe('$(d)');
    expect(pick.items).toEqual([{ label: '\\$(a)', description: '\\$(b)', detail: '\\$(c)', value: '$(d)' }]);
  });
});
