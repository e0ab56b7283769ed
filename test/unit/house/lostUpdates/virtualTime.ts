import { as, currentLife, type Life } from './lives';

interface Appointment {
  readonly at: number;
  readonly life: Life | undefined;
  readonly run: () => void;
  /** What would keep a program from ending. */
  referenced: boolean;
}

const real = { ...timersOf(globalThis), Date: globalThis.Date };

/** When every run begins. */
const START = 1_700_000_000_000;

/**
 * A clock that jumps to whatever comes next once nothing else is left to do. Ten thousand runs take seconds with it; the
 * fake timers of the test runner wait a real millisecond for each step.
 */
export class VirtualTime {
  now = START;
  private appointments: Appointment[] = [];

  /** Milliseconds since the beginning. */
  get elapsed(): number {
    return this.now - START;
  }

  /** Runs later, in the name of the window that asks. */
  after(milliseconds: number, run: () => void): Appointment {
    const appointment = {
      at: this.now + Math.max(0, milliseconds),
      life: currentLife(),
      run,
      referenced: true,
    };
    // Behind all that come at the same time.
    let index = this.appointments.length;
    while (index > 0 && this.appointments[index - 1]!.at > appointment.at) index--;
    this.appointments.splice(index, 0, appointment);
    return appointment;
  }

  cancel(appointment: Appointment | undefined): void {
    const index = this.appointments.indexOf(appointment!);
    if (index >= 0) this.appointments.splice(index, 1);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Everything that happens in so many milliseconds. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await drained();
    for (let steps = 0; ; steps++) {
      const next = this.appointments[0];
      if (next === undefined || next.at > end) break;
      if (steps > 5_000) throw new Error('the program never comes to rest');
      this.appointments.shift();
      this.now = Math.max(this.now, next.at);
      if (next.life?.over !== true) as(next.life, next.run);
      await drained();
    }
    this.now = end;
  }

  /** Puts this clock in the place of the real one. */
  install(): void {
    const timer = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
      const appointment = this.after(milliseconds, () => run(...args));
      const handle = { appointment, ref: () => handle, unref: () => handle, hasRef: () => true };
      return handle;
    };
    const repeated = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
      const handle = {
        appointment: undefined as Appointment | undefined,
        ref: () => handle,
        unref: () => handle,
      };
      const next = () => {
        handle.appointment = this.after(milliseconds, () => {
          next();
          run(...args);
        });
      };
      next();
      return handle;
    };
    const clear = (handle: { appointment?: Appointment } | undefined) => this.cancel(handle?.appointment);
    Object.assign(globalThis, {
      setTimeout: timer,
      setInterval: repeated,
      clearTimeout: clear,
      clearInterval: clear,
      Date: dateOf(() => this.now),
    });
  }

  static uninstall(): void {
    const { setTimeout, setInterval, clearTimeout, clearInterval, Date } = real;
    Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval, Date });
  }
}

/** After everything that waits for nothing but other code: Node comes to its next tick when no promise is left to go on. */
function drained(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

function timersOf({ setTimeout, setInterval, clearTimeout, clearInterval }: typeof globalThis) {
  return { setTimeout, setInterval, clearTimeout, clearInterval };
}

function dateOf(now: () => number): DateConstructor {
  return class extends real.Date {
    constructor(given: number | string = now()) {
      super(given);
    }
    static override now(): number {
      return now();
    }
  } as unknown as DateConstructor;
}
