import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../src/commands/ids';
import { refusalOf, type Deed } from '../../../src/commands/lifecycle/states';
import { statusLook } from '../../../src/explorer/status';
import { statuses } from '../../../src/links/linkLooks';
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
  'isInDiffEditor',
  'editorTextFocus',
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

/** Whether a menu entry of a view is there for a row with this context value. */
function isFor(when: string, viewItem: string): boolean {
  const pattern = /viewItem =~ \/(.*)\//.exec(when)?.[1];
  return pattern !== undefined && new RegExp(pattern).test(viewItem);
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

  it.each(['DRAFT', 'PUBLISHED', 'THROTTLED', 'BLOCKED', 'DEPRECATED', 'NEW_IN_2027', undefined])(
    'offers for a flow that is %s what its status allows, and nothing else',
    (status) => {
      const deeds: Record<string, Deed> = {
        ...{ rename: 'edit', setCategories: 'edit', setEndpoint: 'edit', replaceJson: 'edit' },
        ...{ publish: 'publish', deprecate: 'deprecate', delete: 'delete' },
      };
      const ref = { accountId: 'a', spaceId: 's', flowId: '1' };
      for (const [name, deed] of Object.entries(deeds)) {
        const entries = contributes.menus['view/item/context'].filter(
          ({ command }) => command === `camsFlows.flow.${name}`,
        );
        const isOffered = entries.some((entry) => isFor(entry.when, statusLook(status).context));
        expect(isOffered, name).toBe(refusalOf(deed, { ref, status, added: false }) === undefined);
      }
    },
  );

  it('offers to push and pull what is linked, where there is something to push and somewhere to pull from', () => {
    const offered = (name: string, viewItem: string) =>
      contributes.menus['view/item/context'].some(
        ({ command, when }) => command === `camsFlows.link.${name}` && isFor(when, viewItem),
      );
    const links = statuses.map((status) => `link ${status}`);
    expect(links.filter((link) => !offered('pull', link))).toEqual(['link missingThere']);
    expect(links.filter((link) => !offered('push', link))).toEqual(['link missingHere', 'link missingThere']);
    expect(links.filter((link) => offered('merge', link))).toEqual(['link conflict']);
    expect(['push', 'pull', 'merge'].some((name) => offered(name, 'problem'))).toBe(false);
    expect(['push', 'pull'].every((name) => offered(name, 'group'))).toBe(true);
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
      'onWebviewPanel:camsFlows.localPreview',
      'onWebviewPanel:camsFlows.flowMap',
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
