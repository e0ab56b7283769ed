import { describe, expect, it, vi } from 'vitest';
import { SharedTask } from '../../../src/documents/sharedTask';
import { CancelledError } from '../../../src/platform/cancellation';

function sharedTask() {
  const runs: { signal: AbortSignal; resolve(value: string): void; reject(error: Error): void }[] = [];
  const start = vi.fn(
    (signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        runs.push({ signal, resolve, reject });
        signal.addEventListener('abort', () => reject(new CancelledError()));
      }),
  );
  return { task: new SharedTask(start), runs };
}

describe('SharedTask', () => {
  it('runs once for all who ask meanwhile, and again for who asks later', async () => {
    const { task, runs } = sharedTask();
    const first = [task.join(), task.join(new AbortController().signal)];
    runs[0]!.resolve('one');
    expect(await Promise.all(first)).toEqual(['one', 'one']);
    const later = task.join();
    runs[1]!.resolve('two');
    expect(await later).toBe('two');
    expect(runs).toHaveLength(2);
  });

  it('tells a failure to everybody and remembers none', async () => {
    const { task, runs } = sharedTask();
    const both = Promise.allSettled([task.join(), task.join()]);
    runs[0]!.reject(new Error('no'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = task.join();
    runs[1]!.resolve('yes');
    expect(await again).toBe('yes');
  });

  it('lets one leave while another waits on', async () => {
    const { task, runs } = sharedTask();
    const controller = new AbortController();
    const leaving = task.join(controller.signal);
    const staying = task.join(new AbortController().signal);
    controller.abort();
    await expect(leaving).rejects.toBeInstanceOf(CancelledError);
    expect(runs[0]!.signal.aborted).toBe(false);
    runs[0]!.resolve('one');
    expect(await staying).toBe('one');
  });

  it('is aborted when the last one has left, and starts anew for the next', async () => {
    const { task, runs } = sharedTask();
    const controllers = [new AbortController(), new AbortController()];
    const both = Promise.allSettled(controllers.map(({ signal }) => task.join(signal)));
    for (const controller of controllers) controller.abort();
    const next = task.join();
    await both;
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    runs[1]!.resolve('two');
    expect(await next).toBe('two');
  });

  it('does not start for who has left already', async () => {
    const { task, runs } = sharedTask();
    await expect(task.join(AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
    expect(runs).toHaveLength(0);
  });
});
