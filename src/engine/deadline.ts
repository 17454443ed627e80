import { EngineError } from "./errors.ts";

/** Time, as the engine needs it: passed in, so that tests own it. */
export interface Clock {
  /** Milliseconds. In production it moves only at I/O. */
  now(): number;
  /** Yields to other requests of the isolate by a timer, which also moves the clock. */
  pause(): Promise<void>;
  /** Calls back after some milliseconds unless cancelled. */
  after(ms: number, callback: () => void): { cancel(): void };
}

export interface DeadlineOptions {
  pluginId: string;
  timeoutMs: number;
  clock: Clock;
  /** Aborts when the caller is gone or has cancelled. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: number) => void) | undefined;
}

/**
 * The deadline of one run. It holds wherever the plugin awaits and at its checkpoints. It cannot hold inside a
 * synchronous loop: what guards against that is the size of the text a plugin takes, and the platform's CPU limit.
 */
export class Deadline {
  readonly #options: DeadlineOptions;
  readonly #endsAt: number;
  readonly #controller = new AbortController();

  constructor(options: DeadlineOptions) {
    this.#options = options;
    this.#endsAt = options.clock.now() + options.timeoutMs;
  }

  /** Aborts once the run is over time: for what the plugin fetches. */
  get signal(): AbortSignal {
    const { signal } = this.#options;
    return signal ? AbortSignal.any([this.#controller.signal, signal]) : this.#controller.signal;
  }

  /** The plugin's `checkpoint`. */
  readonly checkpoint = async (progress?: number): Promise<void> => {
    const { clock, signal, pluginId, onProgress } = this.#options;
    await clock.pause();
    if (signal?.aborted) throw new EngineError("caller_gone", "The caller has gone", { pluginId });
    if (this.#controller.signal.aborted || clock.now() >= this.#endsAt) throw this.#overrun();
    if (progress !== undefined) onProgress?.(Math.min(1, Math.max(0, progress)));
  };

  /** What `work` gives, unless the deadline comes first: then its fetches are aborted and its next checkpoint throws. */
  async hold<T>(work: T | Promise<T>): Promise<T> {
    if (!(work instanceof Promise)) return work;
    const { clock, timeoutMs } = this.#options;
    let timer: { cancel(): void } | undefined;
    const timeUp = new Promise<never>((_, reject) => {
      timer = clock.after(timeoutMs, () => {
        this.#controller.abort();
        reject(this.#overrun());
      });
    });
    try {
      return await Promise.race([work, timeUp]);
    } finally {
      timer?.cancel();
    }
  }

  #overrun(): EngineError {
    const { pluginId, timeoutMs } = this.#options;
    return new EngineError("plugin_timeout", `Plugin '${pluginId}' timed out (${timeoutMs / 1000}s)`, {
      pluginId,
      fault: "overran",
    });
  }
}
