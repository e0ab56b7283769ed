import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../src/commands/ids';
import { contextKeys } from '../../../src/platform/contextKeys';
import manifest from '../../../package.json';

const { contributes } = manifest;

/** Context keys that VS Code sets. */
const builtIn = [
  'view',
  'viewItem',
  'resourceScheme',
  'resourceFilename',
  'explorerResourceIsFolder',
  'activeWebviewPanelId',
  'activeEditorIsReadonly',
  'false',
];

/** Every `when` and `enablement` text anywhere in the manifest. */
function whenClauses(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(whenClauses);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'when' || key === 'enablement') && typeof inner === 'string' ? [inner] : whenClauses(inner),
  );
}

/** The keys that a `when` clause reads: the left side of each comparison. */
function keysOf(when: string): string[] {
  return when
    .replace(/\/(?:\\.|[^/])*\//g, '')
    .split(/&&|\|\|/)
    .map(
      (part) =>
        part
          .trim()
          .replace(/^!/, '')
          .split(/\s*(?:==|!=|=~|\s)\s*/)[0]!,
    );
}

describe('the manifest', () => {
  it('contributes exactly the commands that exist', () => {
    expect(contributes.commands.map((c) => c.command).sort()).toEqual([...commandIds].sort());
  });

  it('reads no context key that nobody sets', () => {
    const known = [...Object.keys(contextKeys), ...builtIn];
    const clauses = whenClauses(contributes);
    expect(clauses.length).toBeGreaterThan(40);
    for (const when of clauses) for (const key of keysOf(when)) expect(known, when).toContain(key);
  });

  it('names only commands that exist in its menus', () => {
    const commandsInMenus = Object.values(contributes.menus)
      .flat()
      .flatMap((entry) => ('command' in entry ? [entry.command] : []));
    for (const command of commandsInMenus) expect<string[]>([...commandIds]).toContain(command);
  });

  it('has one welcome text for each reason why the list is empty', () => {
    const source = fs.readFileSync('src/platform/contextKeys.ts', 'utf8');
    const union = /type EmptyReason =([^;]*);/.exec(source)![1]!;
    const reasons = [...union.matchAll(/'(\w+)'/g)].map((match) => match[1]);
    const texts = contributes.viewsWelcome.flatMap((text) =>
      'when' in text ? [/== (\w+)$/.exec(text.when!)![1]!] : [],
    );
    expect(texts.sort()).toEqual(reasons.sort());
  });

  it('lets no workspace decide where credentials are sent', () => {
    for (const [name, { scope }] of Object.entries(contributes.configuration.properties)) {
      expect(scope, name).toBe(name.startsWith('camsFlows.flowJson.') ? 'resource' : 'application');
    }
  });

  it('wakes up for our documents and panels, and for JSON, where the entry looks for Flow JSON', () => {
    expect(manifest.activationEvents).toEqual([
      'onFileSystem:cams-flow',
      'onFileSystem:cams-flow-version',
      'onLanguage:json',
      'onLanguage:jsonc',
      'onWebviewPanel:camsFlows.preview',
      'workspaceContains:**/cams-flows.json',
    ]);
  });

  it('hides from the palette every command that needs a tree row', () => {
    const hidden = contributes.menus.commandPalette
      .filter((entry) => entry.when === 'false')
      .map((e) => e.command);
    for (const command of ['camsFlows.space.rename', 'camsFlows.space.remove', 'camsFlows.flow.forget']) {
      expect(hidden).toContain(command);
    }
  });
});
