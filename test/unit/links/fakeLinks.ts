import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Flow, FlowRef } from '../../../src/flows/types';
import type {
  Link,
  LinkResult,
  LinkRun,
  LinkState,
  LinkStatus,
  ManifestProblem,
} from '../../../src/links/types';

export const folder = vscode.Uri.file('/work/flows');

/** A link of the flow `flowId` in space s1 of account a1. */
export function link(path: string, flowId = path, more: Partial<Link> = {}): Link {
  return {
    file: vscode.Uri.joinPath(folder, `${path}.flow.json`),
    folder,
    environment: 'staging',
    spaceId: 's1',
    flowId,
    ref: { accountId: 'a1', spaceId: 's1', flowId },
    synced: 'base',
    ...more,
  };
}

type Run = (link: Link, run: LinkRun | undefined) => LinkResult | Promise<LinkResult>;

/** Links of which the test decides what is linked, how it differs, and what comes of a run. */
export class FakeLinks {
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[] | undefined>();
  readonly onDidChange = this.changed.event;
  states: LinkState[] = [];
  problems: ManifestProblem[] = [];
  /** Environments other than the chosen one in which a file is linked. */
  elsewhere: string[] = [];
  kept: Uint8Array | undefined;
  /** The spaces of the environments of every manifest. */
  spaces: ReadonlyMap<string, string> = new Map();
  environment = 'staging';
  environments: string[] = ['staging'];
  readonly load = vi.fn(async () => undefined);
  readonly seen = vi.fn<(link: Link, remote: Uint8Array) => Promise<void>>(async () => undefined);
  readonly remove = vi.fn(async (gone: readonly Link[]) => {
    this.states = this.states.filter(({ link }) => !gone.includes(link));
  });
  readonly choose = vi.fn(async (environment: string) => void (this.environment = environment));
  readonly add = vi.fn(async (file: vscode.Uri, ref: FlowRef, environment: string): Promise<Link> => {
    const added = { ...link('x', ref.flowId), file, ref, environment, synced: undefined };
    this.set(added, 'neverCompared');
    return added;
  });
  /** What becomes of each file. */
  outcome: Run = (link) => ({ link, outcome: 'done' });
  /** What a check finds. */
  found: (link: Link) => LinkStatus = () => 'same';
  readonly checked: Link[] = [];
  readonly pulled: Link[] = [];
  readonly pushed: Link[] = [];

  get all(): readonly LinkState[] {
    return this.states;
  }

  set(of: Link, status: LinkStatus, more: Partial<LinkState> = {}): LinkState {
    const state = { link: of, status, ...more };
    this.states = [...this.states.filter(({ link }) => link.file.path !== of.file.path), state];
    this.changed.fire([of.file]);
    return state;
  }

  fire(): void {
    this.changed.fire(undefined);
  }

  of(file: vscode.Uri): LinkState | undefined {
    return this.states.find(({ link }) => link.file.toString() === file.toString());
  }

  under(uris: readonly vscode.Uri[]): readonly LinkState[] {
    return this.states.filter(({ link }) =>
      uris.some(({ path }) => link.file.path === path || link.file.path.startsWith(`${path}/`)),
    );
  }

  everywhere(file: vscode.Uri): readonly Link[] {
    return this.elsewhere.map((environment) => ({ ...link('x'), file, environment }));
  }

  environmentsOf(): ReadonlyMap<string, string> {
    return this.spaces;
  }

  readonly base = async () => this.kept;

  check = (links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> =>
    this.run(links, run, (link) => {
      this.checked.push(link);
      const status = this.found(link);
      this.set(link, status, { comparedAt: Date.now() });
      return { link, outcome: status === 'same' || status === 'conflict' ? status : 'done' };
    });
  readonly pull = (links: readonly Link[], run?: LinkRun) =>
    this.run(links, run, (link, run) => (this.pulled.push(link), this.outcome(link, run)));
  readonly push = (links: readonly Link[], run?: LinkRun) =>
    this.run(links, run, (link, run) => (this.pushed.push(link), this.outcome(link, run)));

  /** As the real ones: what was not tried any more is told of as well. */
  private async run(links: readonly Link[], run: LinkRun | undefined, each: Run): Promise<LinkResult[]> {
    const results: LinkResult[] = [];
    for (const link of links) {
      const result = run?.signal?.aborted ? { link, outcome: 'skipped' as const } : await each(link, run);
      results.push(result);
      run?.onResult?.(result, results.length, links.length);
    }
    return results;
  }
}

/** Flows that are known by name and status. */
export class FakeFlows {
  private readonly changed = new vscode.EventEmitter<never>();
  readonly onDidChange = this.changed.event;
  readonly known = new Map<string, Flow>();
  readonly read = vi.fn(async (ref: FlowRef): Promise<Flow> => this.get(ref) ?? { ref, added: false });

  put(ref: FlowRef, more: Partial<Flow>): void {
    this.known.set(ref.flowId, { ref, added: false, ...more });
  }

  get(ref: FlowRef): Flow | undefined {
    return this.known.get(ref.flowId);
  }
}
