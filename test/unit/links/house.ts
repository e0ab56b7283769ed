import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Account } from '../../../src/accounts/types';
import { MalformedAnswerError, NotFoundError } from '../../../src/cams/errors';
import type { CallOptions } from '../../../src/cams/types';
import type { KeptVersions, Origin, Version } from '../../../src/documents/history/history';
import { meaningOf } from '../../../src/documents/meaning';
import { ConflictError, type Writer, type Writing, type Written } from '../../../src/documents/write/writing';
import type { FlowRef } from '../../../src/flows/types';
import { Links } from '../../../src/links/links';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';
import { workspaceFiles } from './workspaceFiles';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const meaning = (text: string): string => meaningOf(bytesOf(text));

type House = ReturnType<typeof house>;

/** The links of a workspace in memory, with a CAMS that is a map and everything else played by the test. */
export function house(options: Parameters<typeof workspaceFiles>[0] = {}, state = memento()) {
  const files = workspaceFiles(options);
  /** What CAMS has, by flow ID: a text, or nothing yet. */
  const flows = new Map<string, string | undefined>();
  const accounts = [accountWith('a1', ['s1'])];
  const accountsChanged = new vscode.EventEmitter<void>();
  const kept: { ref: FlowRef; text: string; origin: Origin }[] = [];
  const historyChanged = new vscode.EventEmitter<FlowRef>();
  const calls: string[] = [];
  const lanes = new Set<string | undefined>();
  /** Runs before CAMS answers: somebody else's chance. */
  const hooks: { before?: (call: string, flowId: string) => void | Promise<void> } = {};

  const meet = async (call: string, flowId: string, options: CallOptions | undefined) => {
    calls.push(`${call} ${flowId}`);
    lanes.add(options?.lane);
    if (options?.signal?.aborted) throw new CancelledError();
    await hooks.before?.(call, flowId);
    if (options?.signal?.aborted) throw new CancelledError();
  };
  const documents = {
    download: async ({ flowId }: FlowRef, options?: CallOptions) => {
      await meet('look', flowId, options);
      if (!flows.has(flowId)) throw new NotFoundError({ operation: 'GetFlowJSONAssest' });
      const text = flows.get(flowId);
      if (text !== undefined) return bytesOf(text);
      throw new MalformedAnswerError({ operation: 'GetFlowJSONAssest', reason: 'noJson' });
    },
  };
  const history: KeptVersions = {
    onDidChange: historyChanged.event,
    keep: async (ref, bytes, origin) => {
      kept.push({ ref, text: textOf(bytes), origin });
      historyChanged.fire(ref);
      return {} as Version;
    },
    list: async ({ flowId }) =>
      kept
        .filter(({ ref }) => ref.flowId === flowId)
        .map(({ text, origin }) => ({ origin, meaning: meaning(text) }) as Version)
        .reverse(),
    read: async () => bytesOf(''),
    find: async (ref, meant) => {
      const version = kept.findLast(
        ({ ref: { flowId }, text }) => flowId === ref.flowId && meaning(text) === meant,
      );
      return version && bytesOf(version.text);
    },
  };
  const writer: Writer & { readBack?: Written['readBack'] } = {
    write: async ({ ref, bytes, over }: Writing, options?: CallOptions): Promise<Written> => {
      const { flowId } = ref;
      await meet('write', flowId, options);
      if (!flows.has(flowId)) throw new NotFoundError({ operation: 'UpdateFlowJSONAsset' });
      const before = flows.get(flowId);
      const remote = before === undefined ? undefined : bytesOf(before);
      if (remote && meaningOf(remote) === meaningOf(bytes)) return { sent: false, readBack: 'same', remote };
      if (!over.includes(remote && meaningOf(remote))) throw new ConflictError(ref, remote);
      if (remote) await history.keep(ref, remote, 'overwritten');
      await history.keep(ref, bytes, 'sent');
      flows.set(flowId, textOf(bytes));
      await hooks.before?.('readBack', flowId);
      const after = bytesOf(flows.get(flowId) ?? '');
      const isOurs = meaningOf(after) === meaningOf(bytes);
      if (!isOurs) await history.keep(ref, after, 'overwritten');
      return { sent: true, readBack: writer.readBack ?? (isOurs ? 'same' : 'other'), remote: after };
    },
  };
  const askAccount = vi.fn(async (_: string, candidates: readonly Account[]) => candidates.at(-1)?.id);
  const links = new Links({
    accounts: { all: accounts, onDidChange: accountsChanged.event },
    documents,
    history,
    writer,
    state,
    askAccount,
    log: silentLog,
  });

  return {
    links,
    files,
    flows,
    accounts,
    accountsChanged,
    kept,
    calls,
    lanes,
    hooks,
    writer,
    history,
    askAccount,
    state,
    file: (name: string) => files.at(`/w/${name}`),
    manifest: () => JSON.parse(files.text('/w/cams-flows.json') ?? '{}') as Record<string, never>,
    status: (name: string) => links.of(files.at(`/w/${name}`))?.status,
    linkOf: (name: string) => links.of(files.at(`/w/${name}`))!.link,
    synced: (name: string) => links.of(files.at(`/w/${name}`))?.link.synced,
  };
}

/** A file and a flow that are linked, and what each of them has; `undefined` for nothing. */
export interface Pair {
  readonly here?: string;
  readonly there?: string;
  readonly synced?: string;
  /** CAMS has no such flow. */
  readonly deleted?: boolean;
}

/** Puts pairs into the house, under these names, and loads it. */
export async function furnish(house: House, pairs: Readonly<Record<string, Pair>>): Promise<void> {
  const flows: Record<string, unknown> = {};
  for (const [name, { here, there, synced, deleted }] of Object.entries(pairs)) {
    if (here !== undefined) house.files.put(`/w/${name}`, here);
    if (!deleted) house.flows.set(name, there);
    flows[name] = { staging: { flow: name, synced: synced === undefined ? undefined : meaning(synced) } };
  }
  const manifest = { version: 1, environments: { staging: { space: 's1' } }, flows };
  house.files.put('/w/cams-flows.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  await house.links.load();
}

export function accountWith(id: string, spaces: readonly string[]): Account {
  const listed = spaces.map((space) => ({ id: space, label: space, origin: 'listed' as const }));
  return { id, label: id, spaces: listed, state: 'ready' } as unknown as Account;
}

export function memento(): vscode.Memento {
  const values = new Map<string, string>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, otherwise?: unknown) =>
      values.has(key) ? (JSON.parse(values.get(key)!) as unknown) : otherwise,
    update: async (key: string, value: unknown) => {
      if (value === undefined) values.delete(key);
      else values.set(key, JSON.stringify(value));
    },
  } as vscode.Memento;
}
