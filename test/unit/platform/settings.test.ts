import * as vscode from 'vscode';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/platform/settings';

interface Inspected {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** Settings as VS Code tells where each value comes from; `get` would mix them. */
function given(settings: Readonly<Record<string, Inspected>>) {
  Object.assign(vscode.workspace, {
    getConfiguration: (section: string) => ({ inspect: (key: string) => settings[`${section}.${key}`] }),
  });
  return readSettings();
}

const defaults = {
  region: 'ap-southeast-1',
  endpoint: '',
  stsEndpoint: '',
  filePath: 'bare',
  saveWithErrors: 'ask',
};
const keys = ['region', 'endpoint', 'stsEndpoint', 'upload.filePath', 'save.withErrors'];
const all = (value: Inspected) => Object.fromEntries(keys.map((key) => [`camsFlows.${key}`, value]));

describe('settings', () => {
  it('have defaults', () => expect(given({})).toEqual(defaults));

  it.each(['workspaceValue', 'workspaceFolderValue'])('are never those of a workspace: %s', (place) => {
    expect(given(all({ [place]: 'evil.example' }))).toEqual(defaults);
    expect(given(all({ [place]: 'allow' })).saveWithErrors).toBe('ask');
  });

  it("are the person's own before an organisation's", () => {
    expect(given(all({ defaultValue: 'policy', globalValue: ' own ' }))).toMatchObject({
      region: 'own',
      endpoint: 'own',
      stsEndpoint: 'own',
      filePath: { pattern: 'own' },
    });
    expect(given(all({ defaultValue: 'policy' })).endpoint).toBe('policy');
  });

  it.each([
    ['bare', 'bare'],
    ['presigned', 'presigned'],
    ['', 'bare'],
    [' https://files.example.com/{key} ', { pattern: 'https://files.example.com/{key}' }],
    ['Presigned', { pattern: 'Presigned' }],
    [7, 'bare'],
    [null, 'bare'],
  ])('give the shape of the link to an upload: %j', (globalValue, expected) => {
    expect(given({ 'camsFlows.upload.filePath': { globalValue } }).filePath).toEqual(expected);
  });

  it.each([
    ['ask', 'ask'],
    ['block', 'block'],
    ['allow', 'allow'],
    ['yes', 'ask'],
    [true, 'ask'],
  ])('say what becomes of saving with errors: %j', (globalValue, expected) => {
    expect(given({ 'camsFlows.save.withErrors': { globalValue } }).saveWithErrors).toBe(expected);
  });
});
