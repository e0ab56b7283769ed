import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { sentenceOf } from '../../../src/accounts/explain';
import { CredentialsError, NotFoundError } from '../../../src/cams/errors';
import { flowUri } from '../../../src/documents/flowUri';
import { labelOf, noticeOf } from '../../../src/documents/sentences';
import { bytesOf, house, ref } from './house';

const uri = flowUri(ref, 'Sign up');
const notFound = new NotFoundError({ operation: 'GetFlowJSONAssest', requestId: 'R-1' });
const refused = new CredentialsError({ operation: 'GetFlowJSONAssest' });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

/** Fails with `error` until `heal` is called. */
function failing(error: Error) {
  let broken = true;
  const window = house(async () => {
    if (broken) throw error;
    return '{"version":"7.2"}';
  });
  return { ...window, heal: () => (broken = false) };
}

describe('the tab of a flow that cannot be read', () => {
  it('says which flow, why, and what to do, as plain text that a person cannot edit', async () => {
    const { openTab } = failing(notFound);
    const { stat, bytes, document } = await openTab(uri);
    const [first, ...rest] = textOf(bytes).split('\n');
    expect(first).toBe('Flow "Sign up" (42) cannot be read.');
    expect(rest.join(' ')).toContain(sentenceOf(notFound));
    expect(Math.max(...rest.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(document.languageId).toBe('plaintext');
    expect(stat).toMatchObject({ size: bytes.byteLength, permissions: vscode.FilePermission.Readonly });
  });

  it('is the same text for the stat and the read of one opening, and while nothing changes', async () => {
    const { files, openTab, requests } = failing(notFound);
    const { stat } = await openTab(uri);
    expect(requests).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(await files.stat(uri)).toEqual(stat);
    expect(requests).toHaveLength(2);
  });

  it('becomes the flow when a visit finds that it can be read', async () => {
    const { files, openTab, heal, lensesOf } = failing(notFound);
    const { stat, document } = await openTab(uri);
    heal();
    vi.advanceTimersByTime(2_000);
    const healed = await files.stat(uri);
    expect(healed.mtime).toBeGreaterThan(stat.mtime);
    expect(textOf(await files.readFile(uri))).toBe('{"version":"7.2"}');
    expect(document.languageId).toBe('json');
    expect(lensesOf(document)).toEqual([]);
  });

  it('keeps the language that a person has chosen', async () => {
    const { openTab, files, heal } = failing(notFound);
    const { document } = await openTab(uri);
    document.languageId = 'markdown';
    heal();
    vi.advanceTimersByTime(2_000);
    await files.readFile(uri);
    expect(document.languageId).toBe('markdown');
  });

  it('is no text of the flow: who saves or copies it gets the error', async () => {
    const { documents, openTab } = failing(notFound);
    await openTab(uri);
    await expect(documents.text(ref)).rejects.toBe(notFound);
  });

  it('never takes the place of a text that is there', async () => {
    const answers = [async () => '{}', () => Promise.reject(notFound)];
    const { openTab, files, documents, lensesOf } = house(() => answers.shift()!());
    const { document } = await openTab(uri);
    vi.advanceTimersByTime(5_000);
    await expect(files.stat(uri)).rejects.toMatchObject({ code: 'Unavailable' });
    await expect(files.readFile(uri)).rejects.toMatchObject({ code: 'Unavailable' });
    expect(document.languageId).toBe('json');
    expect(lensesOf(document)).toEqual([]);
    expect(await documents.text(ref)).toEqual(bytesOf('{}'));
  });

  it('does so neither when the account is signed out', async () => {
    const { openTab, files, signOut, documents } = house();
    await openTab(uri);
    signOut('a1');
    await expect(files.readFile(uri)).rejects.toMatchObject({ code: 'Unavailable' });
    expect(await documents.text(ref)).toEqual(bytesOf('{"version":"7.2"}'));
  });

  it('is for tabs only: a program gets the error', async () => {
    const { files } = failing(notFound);
    await expect(files.readFile(uri)).rejects.toMatchObject({ code: 'Unavailable' });
  });
});

describe('the ways out above it', () => {
  const titles = (commands: vscode.Command[]) => commands.map(({ title }) => title);

  it('are to try again and the log', async () => {
    const { openTab, lensesOf } = failing(notFound);
    const { document } = await openTab(uri);
    expect(lensesOf(document)).toEqual([
      { title: 'Try Again', command: 'camsFlows.flow.openJson', arguments: [ref] },
      { title: 'Show Log', command: 'camsFlows.help.log' },
    ]);
  });

  it('are new keys first when the keys are the reason', async () => {
    const { openTab, lensesOf } = failing(refused);
    const { document } = await openTab(uri);
    expect(titles(lensesOf(document))).toEqual(['Sign In Again', 'Try Again', 'Show Log']);
    expect(lensesOf(document)[0]!.arguments).toEqual([{ kind: 'account', accountId: 'a1' }]);
  });

  it('are to sign in when the account is gone, as after a reload', async () => {
    const { openTab, lensesOf, signOut } = house();
    signOut('a1');
    const { document, bytes } = await openTab(uri);
    expect(textOf(bytes)).toContain('Its account is not signed in.\nSign in, then open the flow');
    expect(titles(lensesOf(document))).toEqual(['Sign In', 'Show Log']);
  });

  it('are none above other documents', async () => {
    const { lensesOf } = house();
    expect(lensesOf({ uri: vscode.Uri.parse('cams-flow://a1/s/.editorconfig') })).toEqual([]);
  });
});

describe('when the account can read again', () => {
  it('notices give way by themselves', async () => {
    const { openTab, setState, heal, requests, documents } = failing(refused);
    setState('a1', 'refused');
    const { document } = await openTab(uri);
    heal();
    requests.length = 0;
    setState('a1', 'ready');
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    expect(document.languageId).toBe('json');
    expect(await documents.text(ref)).toEqual(bytesOf('{"version":"7.2"}'));
  });

  it('notices that the account has nothing to do with cause no requests', async () => {
    const { openTab, setState, requests } = failing(notFound);
    await openTab(uri);
    vi.advanceTimersByTime(60_000);
    setState('a1', 'ready');
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
  });
});

describe('the text of a notice', () => {
  const linesOf = (sentence: string) => noticeOf([sentence]).split('\n').slice(0, -4);

  it('breaks between words, and before a word that is too long for any line', () => {
    expect(linesOf(`One two three four five six seven eight nine ten ${'x'.repeat(60)} end`)).toEqual([
      'One two three four five six seven eight nine ten',
      'x'.repeat(60),
      'end',
    ]);
  });

  it('breaks between Chinese characters, which take two columns, and keeps marks at their side', () => {
    expect(
      linesOf(
        '请申请 RAM 操作 cams:GetFlowJSONAssest 的权限（权限策略 AliyunCamsReadOnlyAccess 已包含），或使用其他密钥。',
      ),
    ).toEqual([
      '请申请 RAM 操作 cams:GetFlowJSONAssest 的权限（权',
      '限策略 AliyunCamsReadOnlyAccess 已包含），或使用其',
      '他密钥。',
    ]);
    expect(linesOf('一'.repeat(25) + '。')).toEqual(['一'.repeat(24), '一。']);
  });

  it('loses nothing but the spaces at which it breaks', () => {
    const alphabet = fc.constantFrom(...Array.from('ab  (…“”（）。，中文字'));
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 200 }), (sentence) => {
        const text = linesOf(sentence).join('');
        expect(text.replace(/\s/g, '')).toBe(sentence.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a flow in a sentence', () => {
  it.each([
    ['Sign up', 'Flow "Sign up" (42)'],
    [' \n\t', 'Flow 42'],
    ['42', 'Flow 42'],
    ['A\n\nDelete everything?\u2028Yes', 'Flow "A Delete everything? Yes" (42)'],
    ['\u202Egpj.exe\u200B', 'Flow "gpj.exe" (42)'],
    ['注册 🙂 é', 'Flow "注册 🙂 é" (42)'],
  ])('is one line that reads as it is written: %j', (name, label) => {
    expect(labelOf(ref, name)).toBe(label);
  });

  it('leaves room for the buttons of a dialogue, and cuts no character', () => {
    const label = labelOf(ref, '👨‍👩‍👧'.repeat(1_000));
    expect(label).toMatch(/^Flow "(👨‍👩‍👧)+…" \(42\)$/u);
    expect(Buffer.byteLength(label)).toBeLessThan(250);
  });
});
