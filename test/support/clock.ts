import type { Clock } from "../../src/engine/deadline.ts";

/** A clock that moves only when told, as production's moves only at I/O: `pause` is the I/O. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #msPerPause: number;
  readonly #timers = new Set<{ at: number; callback: () => void }>();

  constructor(msPerPause = 0) {
    this.#msPerPause = msPerPause;
  }

  now(): number {
    return this.#now;
  }

  async pause(): Promise<void> {
    this.advance(this.#msPerPause);
  }

  after(ms: number, callback: () => void) {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return { cancel: () => this.#timers.delete(timer) };
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) {
      if (timer.at <= this.#now) {
        this.#timers.delete(timer);
        timer.callback();
      }
    }
  }

  get pendingTimers(): number {
    return this.#timers.size;
  }
}
