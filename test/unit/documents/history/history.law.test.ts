import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { fingerprintOf } from '../../../../src/documents/fingerprint';
import { folderOf } from '../../../../src/documents/history/folders';
import { History, type Origin, type Version } from '../../../../src/documents/history/history';
import { idOf, parseFileName } from '../../../../src/documents/history/versionName';
import type { FlowRef } from '../../../../src/flows/types';
import { silentLog } from '../../../../src/platform/log';
import { Disk } from '../../house/disk';
import { bytesOf, flow, folder, house, textOf, turns } from './house';

const START = Date.UTC(2026, 10, 21);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = { versions: 3, bytes: 250 };
const texts = Array.from({ length: 7 }, (_, n) => JSON.stringify({ n, pad: 'x'.repeat(n * 9) }));
const flows = ['1', '2', '流程/..'].map((id) => flow(id));

const origin = fc.constantFrom<Origin>('overwritten', 'sent', 'base');
const text = fc.constantFrom(...texts);
const someFlow = fc.constantFrom(...flows);

/** Operations of all windows on one disk, one at a time and in an order that the test chooses. */
class Turnstile {
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly choose: () => number) {}

  pass(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Until nobody wants through any more. */
  async run(after: () => void): Promise<void> {
    for (;;) {
      await turns();
      if (this.waiting.length === 0) return;
      const [next] = this.waiting.splice(this.choose() % this.waiting.length, 1);
      next!();
      await turns();
      after();
    }
  }
}

type Fs = ReturnType<Disk['fsOf']>;

/** One window: it dies after so many operations, in the middle of the last one. */
function windowOn(disk: Disk, turnstile: Turnstile, operationsLeft: number): History {
  const plain = disk.fsOf(vscode);
  const dead = () => new Promise<never>(() => undefined);
  const counted =
    (name: keyof Fs) =>
    async (...args: unknown[]) => {
      if (operationsLeft <= 0) return dead();
      await turnstile.pass();
      if (operationsLeft-- > 0) return (plain[name] as (...args: unknown[]) => unknown)(...args);
      if (name === 'writeFile') {
        const [uri, bytes] = args as [vscode.Uri, Uint8Array];
        await plain.writeFile(uri, bytes.slice(0, bytes.byteLength / 2));
      }
      return dead();
    };
  const names = ['readFile', 'writeFile', 'rename', 'delete', 'readDirectory'] as const;
  const fs = Object.fromEntries(names.map((name) => [name, counted(name)]));
  Object.assign(vscode.workspace, { fs });
  const accounts = { all: [{ id: 'a1' }] } as { all: never[] };
  return new History({ accounts, folder, log: silentLog }, limits);
}

/** Every version on the disk, and that none is half a file. */
function versionsOn(disk: Disk) {
  return [...disk.files].flatMap(([path, bytes]) => {
    const [name, parent] = path.split('/').reverse();
    const parsed = parseFileName(name!);
    if (parsed === undefined) return [];
    expect(bytes.byteLength).toBe(parsed.size);
    expect(idOf(fingerprintOf(bytes))).toBe(parsed.id);
    return [{ ...parsed, parent }];
  });
}

/** A version may be missing only because of newer ones that leave no room for it. */
function expectThere(disk: Disk, version: Version): void {
  const all = versionsOn(disk);
  if (all.some(({ id }) => id === version.id)) return;
  const newer = all.filter(({ at }) => at >= version.at);
  const parent = folderOf(folder, version.ref).path.split('/').at(-1);
  const ofFlow = newer.filter((each) => each.parent === parent);
  const tooMany = new Set(ofFlow.map(({ id }) => id)).size >= limits.versions;
  const tooMuch = newer.reduce((sum, { size }) => sum + size, version.size) > limits.bytes;
  expect(tooMany || tooMuch).toBe(true);
}

interface Keep {
  readonly window: number;
  readonly ref: FlowRef;
  readonly text: string;
  readonly origin: Origin;
}

describe('the history of flows, by law', () => {
  it('loses nothing that was kept, and keeps its limits, with two windows that may die at any moment', async () => {
    const keep = fc.record<Keep>({ window: fc.nat(1), ref: someFlow, text, origin });
    const life = fc.oneof({ weight: 2, arbitrary: fc.constant(Infinity) }, fc.nat(25));
    const round = fc.record({
      keeps: fc.array(keep, { minLength: 1, maxLength: 6 }),
      lives: fc.tuple(life, life),
      clock: fc.integer({ min: -5_000, max: 90_000 }),
    });
    const rounds = fc.array(round, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, fc.infiniteStream(fc.nat(7)), async (plan, choices) => {
        vi.setSystemTime(START);
        const failures: unknown[] = [];
        const disk = new Disk();
        const turnstile = new Turnstile(() => choices.next().value as number);
        const check = () => void versionsOn(disk);
        for (const { keeps, lives, clock } of plan) {
          const windows = lives.map((life) => windowOn(disk, turnstile, life));
          for (const { window, ref, text, origin } of keeps) {
            void windows[window]!.keep(ref, bytesOf(text), origin)
              .then((version) => expectThere(disk, version))
              .catch((error: unknown) => failures.push(error));
          }
          await turnstile.run(check);
          expect(failures).toEqual([]);
          vi.setSystemTime(Date.now() + clock);
        }

        // A minute later another window looks at what is there, and keeps one more.
        vi.setSystemTime(Date.now() + 60_000);
        const last = windowOn(disk, turnstile, Infinity);
        const keeping = last.keep(flows[0]!, bytesOf('the last'), 'overwritten');
        await turnstile.run(check);
        const { id } = await keeping;
        expect(versionsOn(disk).reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(limits.bytes);
        for (const ref of flows) {
          const listing = last.list(ref);
          await turnstile.run(check);
          const list = await listing;
          if (ref === flows[0]) expect(list[0]!.id).toBe(id);
          expect(list.length).toBeLessThanOrEqual(limits.versions);
          expect(new Set(list.map((version) => version.id)).size).toBe(list.length);
          expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort((a, b) => b - a));
          for (const version of list) {
            const reading = last.read(version);
            await turnstile.run(check);
            expect(texts.concat('the last')).toContain(textOf(await reading));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('lists the last texts that were kept, each once and with its last reason, also when the clock goes back', async () => {
    const keep = fc.record({ text, origin, clock: fc.integer({ min: -90_000_000, max: 90_000_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(keep, { maxLength: 12 }), async (keeps) => {
        vi.setSystemTime(START);
        const it = house({ limits: { versions: 3, bytes: Infinity } });
        let latest = START;
        let expected: { text: string; origin: Origin }[] = [];
        for (const { text, origin, clock } of keeps) {
          const [newest] = expected;
          await it.history.keep(flows[2]!, bytesOf(text), origin);
          // What was only opened again stays what it was.
          if (newest?.text !== text || origin !== 'base' || newest.origin === 'base') {
            expected = [{ text, origin }, ...expected.filter((each) => each.text !== text)].slice(0, 3);
          }
          expect(await it.textsOf(flows[2]!)).toEqual(expected.map((each) => `${each.origin} ${each.text}`));
          latest = Math.max(latest, Date.now() + clock);
          vi.setSystemTime(Math.max(latest - 80_000_000, Date.now() + clock));
        }
      }),
      { numRuns: 100 },
    );
  });
});
