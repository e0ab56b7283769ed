import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AdviceError } from '../../../../src/accounts/adviceError';
import {
  ExpiredTokenError,
  NetworkError,
  ServiceError,
  isOutcomeUnknown,
  withUnknownOutcome,
} from '../../../../src/cams/errors';
import { meaningOf } from '../../../../src/documents/meaning';
import { ConflictError } from '../../../../src/documents/write/writing';
import { CancelledError } from '../../../../src/platform/cancellation';
import { bytesOf, textOf } from '../bytes';
import { Remote } from '../remote';
import { house, ref } from './house';

const before = '{"version":"7.3","n":1}';
const after = '{"version":"7.3","n":2}';
const other = '{"version":"7.3","n":3}';
const meaning = (text: string) => meaningOf(bytesOf(text));
const writing = { ref, bytes: bytesOf(after), over: [meaning(before)] };

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const lost = () =>
  withUnknownOutcome(new NetworkError({ operation: 'UpdateFlowJSONAsset', reason: 'timeout' }));
const offline = () => new NetworkError({ operation: 'GetFlowJSONAssest', reason: 'unreachable' });

/** Runs to its end, with all the time that it takes. */
async function finished<T>(work: Promise<T>): Promise<T> {
  const settled = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.advanceTimersByTimeAsync(10_000);
  const result = await settled;
  if ('error' in result) throw result.error;
  return result.value;
}

describe('a writing', () => {
  it('stores, looks, changes and reads back: four calls, and none between the look and the change', async () => {
    const { writer, remote, kept, disk } = house();
    const written = await writer.write(writing);
    expect(written).toEqual({
      sent: true,
      readBack: 'same',
      remote: bytesOf(after),
      requestId: 'R-update',
      validationErrors: undefined,
    });
    expect(remote.steps).toEqual(['store', 'look', 'update', 'look']);
    expect(kept).toEqual([
      { text: before, origin: 'overwritten' },
      { text: after, origin: 'sent' },
    ]);
    expect(disk.names()).toEqual([]);
  });

  it('sends nothing when CAMS has these bytes', async () => {
    const { writer, remote } = house();
    const written = await writer.write({ ...writing, bytes: bytesOf(before), over: [] });
    expect(written).toMatchObject({ sent: false, readBack: 'same' });
    expect(remote.updates).toBe(0);
  });

  it('sends another spelling of what CAMS has, unless only the meaning matters', async () => {
    const { writer, remote } = house();
    const bytes = bytesOf(` ${before}`);
    expect(await finished(writer.write({ ...writing, bytes, byMeaning: true }))).toMatchObject({
      sent: false,
    });
    expect(remote.updates).toBe(0);
    expect(await finished(writer.write({ ...writing, bytes }))).toMatchObject({ sent: true });
  });

  it('refuses to overwrite what nobody has seen, and tells what it is', async () => {
    const { writer, remote, kept } = house(new Remote(other));
    const error = await writer.write(writing).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ConflictError);
    expect(textOf((error as ConflictError).remote!)).toBe(other);
    expect(remote.updates).toBe(0);
    expect(kept).toEqual([]);
  });

  it('looks once more when CAMS took long to answer: what it said may be old by now', async () => {
    const { writer, remote } = house();
    remote.meanwhile = (step) => {
      if (step !== 'look') return;
      remote.meanwhile = () => undefined;
      vi.advanceTimersByTime(20_000);
    };
    await writer.write(writing);
    expect(remote.steps).toEqual(['store', 'look', 'look', 'update', 'look']);
  });

  describe('when the disk takes long to keep what is overwritten', () => {
    /** While it keeps, somebody does something. */
    const slowHouse = (meanwhile: (remote: Remote) => void) => {
      const parts = house();
      const { keep } = parts.history;
      vi.spyOn(parts.history, 'keep').mockImplementation(async (...given) => {
        if (parts.kept.length === 0) {
          vi.advanceTimersByTime(1_000);
          meanwhile(parts.remote);
        }
        return keep(...given);
      });
      return parts;
    };

    it('looks once more, and does nothing else before the change', async () => {
      const { writer, remote, kept, disk } = slowHouse(() => undefined);
      expect(await writer.write(writing)).toMatchObject({ sent: true, readBack: 'same' });
      expect(remote.steps).toEqual(['store', 'look', 'look', 'update', 'look']);
      expect(kept).toHaveLength(2);
      expect(disk.names()).toEqual([]);
    });

    it('overwrites nothing that somebody wrote in that time', async () => {
      const { writer, remote, disk } = slowHouse((remote) => remote.put(other));
      const error = await writer.write(writing).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(ConflictError);
      expect(textOf((error as ConflictError).remote!)).toBe(other);
      expect(remote.updates).toBe(0);
      expect(disk.names()).toEqual([]);
    });

    it('keeps what lies there now, where that may be overwritten too', async () => {
      const { writer, remote, kept, disk } = slowHouse((remote) => remote.put(other));
      await writer.write({ ...writing, over: [meaning(before), meaning(other)] });
      expect(remote.text).toBe(after);
      expect(kept.map(({ text }) => text)).toEqual([before, after, other, after]);
      expect(disk.names()).toEqual([]);
    });

    it('leaves nothing under way when it cannot look any more', async () => {
      const { writer, remote, disk } = slowHouse((remote) => {
        remote.meanwhile = () => {
          throw offline();
        };
      });
      await expect(writer.write(writing)).rejects.toBeInstanceOf(NetworkError);
      expect(remote.updates).toBe(0);
      expect(disk.names()).toEqual([]);
    });
  });

  it('does not count the time in which a look waits for its turn', async () => {
    const { writer, remote } = house();
    remote.meanwhile = (step, _signal, onSent) => {
      if (step !== 'look') return;
      vi.advanceTimersByTime(20_000);
      onSent?.();
    };
    await writer.write(writing);
    expect(remote.steps).toEqual(['store', 'look', 'update', 'look']);
  });

  it('takes a change of spelling for none', async () => {
    const { writer, remote } = house(new Remote('{ "n": 1, "version": "7.3" }'));
    expect(await writer.write(writing)).toMatchObject({ sent: true });
    expect(remote.text).toBe(after);
  });

  it('gives a flow its first text only where that was meant', async () => {
    const { writer, remote } = house();
    remote.text = undefined;
    const refused = await writer.write(writing).catch((error: unknown) => error);
    expect(refused).toMatchObject({ remote: undefined, name: 'AdviceError' });
    expect(await writer.write({ ...writing, over: [undefined] })).toMatchObject({ sent: true });
    expect(remote.text).toBe(after);
  });

  it('reads back by meaning: CAMS may spell it in another way', async () => {
    const { writer, remote } = house();
    remote.spell = (text) => JSON.stringify(JSON.parse(text), null, 2);
    expect(await writer.write(writing)).toMatchObject({ readBack: 'same' });
  });

  it('passes on what CAMS says is wrong', async () => {
    const { writer, remote } = house();
    remote.answering = () => ({ validationErrors: ['no screens'] });
    expect(await writer.write(writing)).toMatchObject({ validationErrors: ['no screens'] });
  });

  it('does not overwrite what cannot be kept', async () => {
    const { writer, remote, history, disk } = house();
    vi.spyOn(history, 'keep').mockRejectedValue(new Error('disk full'));
    await expect(writer.write(writing)).rejects.toBeInstanceOf(AdviceError);
    expect(remote.updates).toBe(0);
    expect(disk.names()).toEqual([]);
  });

  it('does not begin what it could not remember', async () => {
    const { writer, remote, disk } = house();
    disk.faults.push({ operation: 'writeFile', path: /./, error: new Error('disk full') });
    await expect(writer.write(writing)).rejects.toBeInstanceOf(AdviceError);
    expect(remote.updates).toBe(0);
  });

  it('keeps what somebody else wrote right after', async () => {
    const { writer, remote, kept, disk } = house();
    remote.answering = () => (remote.put(other), {});
    expect(await writer.write(writing)).toMatchObject({ sent: true, readBack: 'other' });
    expect(kept.map(({ text }) => text)).toEqual([before, after, other]);
    expect(disk.names()).toEqual([]);
  });

  it('gives CAMS a moment to show the change', async () => {
    const { writer, remote } = house();
    remote.answering = () => {
      remote.text = before;
      setTimeout(() => (remote.text = after), 2_000);
      return {};
    };
    expect(await finished(writer.write(writing))).toMatchObject({ readBack: 'same' });
    expect(remote.steps).toEqual(['store', 'look', 'update', 'look', 'look', 'look']);
  });

  it('says so when CAMS goes on showing the text from before, and asks again at the next start', async () => {
    const { writer, remote, disk } = house();
    remote.answering = () => ((remote.text = before), {});
    expect(await finished(writer.write(writing))).toMatchObject({ sent: true, readBack: 'before' });
    expect(disk.names()).toHaveLength(1);
  });

  it('says so when it cannot be read back', async () => {
    const { writer, remote } = house();
    remote.meanwhile = (step) => {
      if (step === 'look' && remote.updates > 0) throw offline();
    };
    expect(await writer.write(writing)).toMatchObject({
      sent: true,
      readBack: 'unread',
      requestId: 'R-update',
    });
  });
});

describe('what is no flow', () => {
  it.each([
    ['{"a":1,\n "b" 2}', 'line 2, column 6'],
    ['[]', 'JSON object'],
    ['  \n', 'empty'],
    ['null', 'JSON object'],
    ['{"a":1} x', 'line 1, column 9'],
  ])('is refused before anything is sent: %j', async (text, part) => {
    const { writer, remote } = house();
    const error = await writer
      .write({ ...writing, bytes: bytesOf(text) })
      .catch((error: unknown) => error as AdviceError);
    expect(error).toBeInstanceOf(AdviceError);
    expect((error as AdviceError).reason).toContain(part);
    expect(remote.steps).toEqual([]);
  });

  it('is refused when it is not in UTF-8, or over 10 MB', async () => {
    const { writer, remote } = house();
    const bytes = Buffer.from('{"a":"\u00e9"}', 'latin1');
    await expect(writer.write({ ...writing, bytes })).rejects.toThrow('UTF-8');
    const large = bytesOf(`{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    await expect(writer.write({ ...writing, bytes: large })).rejects.toThrow('10 MB');
    expect(remote.steps).toEqual([]);
  });
});

describe('what was prepared', () => {
  it('leaves the change and the reading back', async () => {
    const { writer, remote } = house();
    const prepared = writer.prepare(ref, writing.bytes);
    const looked = { remote: bytesOf(before), at: Date.now() };
    await prepared.stored;
    vi.advanceTimersByTime(999);
    remote.steps.length = 0;
    await writer.write({ ...writing, prepared, looked });
    expect(remote.steps).toEqual(['update', 'look']);
  });

  it('is looked at anew when the look is older than a second', async () => {
    const { writer, remote } = house();
    const looked = { remote: bytesOf(before), at: Date.now() };
    vi.advanceTimersByTime(1_000);
    remote.put(other);
    await expect(writer.write({ ...writing, looked })).rejects.toBeInstanceOf(ConflictError);
  });

  it('is stored anew when the bytes are others, or the file is old', async () => {
    const { writer, remote } = house();
    const prepared = writer.prepare(ref, bytesOf(other));
    await writer.write({ ...writing, prepared });
    expect(remote.text).toBe(after);
    const old = writer.prepare(ref, bytesOf(other));
    await old.stored;
    vi.advanceTimersByTime(6 * 60_000);
    remote.steps.length = 0;
    await writer.write({ ref, bytes: bytesOf(other), over: [meaning(after)], prepared: old });
    expect(remote.steps[0]).toBe('store');
  });

  it('tells of its failure in the writing only', async () => {
    const { writer, remote } = house();
    remote.meanwhile = (step) => {
      if (step === 'store') throw offline();
    };
    const prepared = writer.prepare(ref, writing.bytes);
    await vi.advanceTimersByTimeAsync(0);
    await expect(writer.write({ ...writing, prepared })).rejects.toBeInstanceOf(NetworkError);
    expect(remote.updates).toBe(0);
  });
});

describe('a lost answer', () => {
  it('is a success when CAMS has the text', async () => {
    const { writer, remote, disk } = house();
    remote.answering = () => {
      throw lost();
    };
    expect(await writer.write(writing)).toMatchObject({ sent: true, readBack: 'same' });
    expect(disk.names()).toEqual([]);
  });

  it('is a failure like any other when CAMS still has the text from before', async () => {
    const { writer, remote, disk } = house();
    const error = lost();
    remote.meanwhile = (step) => {
      if (step === 'update') throw error;
    };
    await expect(finished(writer.write(writing))).rejects.toBe(error);
    expect(isOutcomeUnknown(error)).toBe(false);
    expect(disk.names()).toEqual([]);
  });

  it('is a conflict when CAMS has something else', async () => {
    const { writer, remote } = house();
    remote.answering = () => {
      remote.put(other);
      throw lost();
    };
    await expect(writer.write(writing)).rejects.toBeInstanceOf(ConflictError);
  });

  it('stays unknown, and remembered, when CAMS cannot be looked at', async () => {
    const { writer, remote, disk } = house();
    remote.answering = () => {
      throw lost();
    };
    remote.meanwhile = (step) => {
      if (step === 'look' && remote.updates > 0) throw offline();
    };
    const error = await writer.write(writing).catch((error: unknown) => error);
    expect(isOutcomeUnknown(error)).toBe(true);
    expect(disk.names()).toHaveLength(1);
  });

  it('is none when only the account has changed meanwhile', async () => {
    const { writer, remote, account } = house();
    remote.answering = () => (account.changes++, { requestId: 'R-2' });
    expect(await writer.write(writing)).toMatchObject({ sent: true, readBack: 'same', requestId: 'R-2' });
  });

  it('is none when CAMS has refused', async () => {
    const { writer, remote, disk } = house();
    const refusal = new ServiceError({ operation: 'UpdateFlowJSONAsset', code: 'X' });
    remote.meanwhile = (step) => {
      if (step === 'update') throw refusal;
    };
    await expect(writer.write(writing)).rejects.toBe(refusal);
    expect(remote.steps).toEqual(['store', 'look', 'update']);
    expect(disk.names()).toEqual([]);
  });

  it('is told to the account: refused keys are its business', async () => {
    const { writer, remote, account } = house();
    const refusal = new ExpiredTokenError({ operation: 'UpdateFlowJSONAsset', code: 'Expired' });
    remote.meanwhile = (step) => {
      if (step === 'update') throw refusal;
    };
    await expect(writer.write(writing)).rejects.toBe(refusal);
    expect(account.failures).toEqual([refusal]);
  });
});

describe('cancelling', () => {
  it.each(['store', 'look'] as const)('changes nothing during: %s', async (step) => {
    const { writer, remote, disk } = house();
    const controller = new AbortController();
    remote.meanwhile = (now) => now === step && controller.abort();
    await expect(writer.write(writing, { signal: controller.signal })).rejects.toBeInstanceOf(CancelledError);
    expect(remote.updates).toBe(0);
    expect(disk.names()).toEqual([]);
  });

  it('ends nothing once the change has left', async () => {
    const { writer, remote } = house();
    const controller = new AbortController();
    remote.meanwhile = (step) => step === 'update' && controller.abort();
    const written = await writer.write(writing, { signal: controller.signal });
    expect(written).toMatchObject({ sent: true, readBack: 'same' });
  });

  it('of one that waits for another leaves that alone', async () => {
    const { writer, remote } = house();
    const controller = new AbortController();
    const first = writer.write(writing);
    const second = writer.write({ ...writing, bytes: bytesOf(other) }, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toBeInstanceOf(CancelledError);
    expect(await first).toMatchObject({ readBack: 'same' });
    expect(remote.steps).toEqual(['store', 'look', 'update', 'look']);
  });
});

describe('two writings', () => {
  it('of one flow come one after the other, and the second sees what the first has made', async () => {
    const { writer, remote } = house();
    const second = { ref, bytes: bytesOf(other), over: [meaning(after)] };
    const all = await Promise.all([writer.write(writing), writer.write(second)]);
    expect(all.map(({ readBack }) => readBack)).toEqual(['same', 'same']);
    expect(remote.past).toEqual([before, after, other]);
    expect(remote.steps).toEqual([...Array(2)].flatMap(() => ['store', 'look', 'update', 'look']));
  });

  it('go on after one that failed', async () => {
    const { writer, remote } = house(new Remote(other));
    const failed = writer.write(writing);
    const second = writer.write({ ...writing, over: [meaning(other)] });
    await expect(failed).rejects.toBeInstanceOf(ConflictError);
    expect(await second).toMatchObject({ sent: true });
    expect(remote.text).toBe(after);
  });
});
