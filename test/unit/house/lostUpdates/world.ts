import { silentLog } from '../../../../src/platform/log';
import { History } from '../../../../src/documents/history/history';
import * as vscode from 'vscode';
import type { FlowRef } from '../../../../src/flows/types';
import { Accounts } from '../../../../src/accounts/accounts';
import { Redactor } from '../../../../src/platform/redaction';
import { ENDPOINT, KEYS } from '../../accounts/house';
import { Desk, giveDesk } from './desk';
import { Interruptions } from './interruptions';
import { Law, type Sending } from './law';
import { as, currentLife, type Life } from './lives';
import { Machine } from './machine';
import { STORAGE, type Mutation } from './program';
import { Remote, type ConsoleAct, type Entry, type Manners } from './remote';
import type { Tab } from './tab';
import { numberOf, Texts } from './texts';
import { VirtualTime } from './virtualTime';
import { Window } from './window';
import { Wire } from './wire';

export const FLOWS = ['41', '42'] as const;
const SPACE = 's1';

/** CAMS has said OK, and the read-back does not show the text: the person is told. */
const DOUBT = /CAMS has taken .* but /;

/** How long a window that died stays closed, in milliseconds. */
const CLOSED_FOR = 2_000;

/** Everything of one run: CAMS, the line, the machine, the windows on it, the people, and the law. */
export class World {
  readonly time = new VirtualTime();
  readonly texts = new Texts();
  readonly machine = new Machine(this.time);
  readonly remote: Remote;
  readonly wire: Wire;
  readonly law: Law;
  readonly interruptions: Interruptions;
  readonly windows: readonly Window[];
  accountId = '';
  /** What happened, for who has to find out why the law was broken. */
  readonly story: string[] = [];
  private readonly flowOfText = new Map<number, string>();
  private readonly sendings = new Map<string, Sending>();

  constructor(
    manners: Manners,
    windows: number,
    readonly mutation: Mutation,
  ) {
    this.remote = new Remote(this.time, { next: () => this.newText(this.acted) }, manners);
    this.wire = new Wire(this.time, this.remote, (number) => this.flowOfText.get(number!));
    this.law = new Law(this.remote);
    this.interruptions = new Interruptions(this.machine, this.remote, this.law);
    this.windows = Array.from({ length: windows }, (_, index) => new Window(this, index));
    this.wire.reach = (window, operation) => this.reach(this.windows[window], operation);
    this.machine.reach = (operation) =>
      this.reach(
        this.windows.find((window) => window.is(currentLife())),
        operation,
      );
    this.wire.onSend = (window, flowId, bytes) => this.send(window, flowId, bytes);
    this.wire.onAnswer = (what) => this.tell(what);
    this.wire.onConsole = (flowId, act) => this.actInConsole(flowId, act);
    this.wire.renew = () => this.renew();
  }

  private acted = '';

  ref(flowId: string): FlowRef {
    return { accountId: this.accountId, spaceId: SPACE, flowId };
  }

  newText(flowId: string): Uint8Array {
    const bytes = this.texts.next();
    this.flowOfText.set(numberOf(bytes)!, flowId);
    return bytes;
  }

  /** Signs in, puts a text in every flow and opens the windows. */
  async begin(): Promise<void> {
    for (const flowId of FLOWS) this.actInConsole(flowId, 'write');
    await this.aside(async (accounts) => {
      const listing = [{ spaceId: SPACE, name: 'Space' }];
      const account = { label: 'A', keys: KEYS, region: 'ap-southeast-1', endpoint: ENDPOINT, listing };
      this.accountId = (await accounts.signIn(account)).id;
    });
    for (const window of this.windows) window.start();
    await this.time.pass(10);
  }

  actInConsole(flowId: string, act: ConsoleAct): void {
    const before = this.remote.entries(flowId).at(-1);
    this.acted = flowId;
    this.remote.actInConsole(flowId, act);
    const after = this.remote.entries(flowId).at(-1)!;
    this.tell(`console: ${act} ${flowId}, now ${after.number}`);
    this.law.consoleWrote(flowId, before, after);
  }

  /** Another window of the same VS Code changes the keys. */
  async renew(): Promise<void> {
    await this.aside((accounts) =>
      accounts.renew(this.accountId, { ...KEYS, accessKeySecret: `renewed-${this.time.now}` }, 'unknown'),
    );
  }

  tell(what: string): void {
    this.story.push(`${this.time.elapsed} ${what}`);
  }

  startLater(window: Window): void {
    as(undefined, () => this.time.after(CLOSED_FOR, () => window.isOpen || window.start()));
  }

  /** Whether every text that is owed is somewhere a person can get at it. */
  async check(when: string): Promise<void> {
    const life: Life = { over: false };
    giveDesk(life, new Desk(this.machine));
    const unsaved = this.windows.flatMap((window) => window.unsaved);
    const reading = as(life, async () => {
      const folder = vscode.Uri.joinPath(STORAGE, 'history');
      const history = new History({ accounts: { all: [] }, folder, log: silentLog });
      for (const flowId of FLOWS) {
        const versions = await history.list(this.ref(flowId));
        const kept = await Promise.all(versions.map((version) => history.read(version)));
        const open = unsaved.filter(({ ref }) => ref.flowId === flowId).map(({ number }) => number);
        this.law.check(flowId, new Set([...kept.map((bytes) => numberOf(bytes)), ...open]), when);
      }
      history.dispose();
    });
    const read = reading.catch((error: unknown) =>
      this.law.breach(`the history cannot be read: ${String(error)}`),
    );
    await this.time.pass(1_000);
    const late = await Promise.race([read, Promise.resolve('late')]);
    if (late !== undefined) this.law.breach(`nobody has looked for what is lost ${when}`);
  }

  /** True when CAMS goes on showing the text from before. */
  saved(window: Window, tab: Tab, number: number | undefined): boolean {
    const sending = this.sendings.get(`${window.index} ${number}`);
    const isAccepted = sending !== undefined && this.wire.accepted.has(sending.number);
    const isDoubted = isAccepted && window.desk.told.slice(tab.toldBefore).some((text) => DOUBT.test(text));
    this.law.saved(tab.ref.flowId, number, tab.savedAt.get(number) ?? 0, isDoubted);
    return isAccepted && this.interruptions.isWrittenDown(sending);
  }

  /** The sentence "nothing has changed on CAMS" must be true. */
  saidUnchanged(window: Window, { ref, number, savedAt }: Tab): void {
    const isThere = this.remote.entries(ref.flowId).some((entry) => {
      return entry.number === number && entry.by === window.index && entry.at >= (savedAt.get(number) ?? 0);
    });
    if (isThere) this.law.breach(`${number} is on CAMS, and the person was told that nothing had changed`);
  }

  private send(window: number, flowId: string, bytes: Uint8Array): (before: readonly Entry[]) => void {
    const number = numberOf(bytes)!;
    const sender = this.windows[window]!;
    const look = this.wire.look(window, flowId);
    const sending: Sending = {
      window,
      life: currentLife(),
      flowId,
      number,
      bytes,
      look: look && { ...look },
      at: this.time.now,
      aware: sender.awareOf(flowId),
    };
    sender.tabOf(this.ref(flowId))?.aware.add(number);
    this.tell(`window ${window} sends ${number}, aware of ${[...sending.aware].join()}`);
    this.sendings.set(`${window} ${number}`, sending);
    this.law.sent(sending);
    this.interruptions.sent(sending);
    return (before) => {
      this.tell(`CAMS takes ${number} in the place of ${before.at(-1)?.number}`);
      this.law.replaced(sending, before);
    };
  }

  /** Dies before what it was going to do, or with the answer on its way. */
  private reach(window: Window | undefined, operation: string): () => void {
    const isLast = window?.burn(operation) ?? false;
    return () => {
      if (isLast) window!.die();
    };
  }

  /** Something with accounts that none of the windows does. */
  private async aside(work: (accounts: Accounts) => Promise<void>): Promise<void> {
    const life: Life = { over: false };
    giveDesk(life, new Desk(this.machine));
    await as(life, async () => {
      const { globalState, secrets } = this.machine.sharedBy(life);
      const accounts = new Accounts({
        state: globalState,
        secrets,
        cams: () => Promise.resolve(this.wire.camsOf(-1)),
        redactor: new Redactor(),
        log: silentLog,
      });
      await work(accounts);
      accounts.dispose();
    });
  }
}
