export interface BudgetOptions {
  /** Bytes in flight at once. */
  totalBytes: number;
  /** Of these, bytes for large bodies, so that they cannot keep the small ones out. */
  largeBytes: number;
  /** From this size on a body is large. */
  largeFrom: number;
  /** A reservation never given back lapses after this: a disconnect may cancel the code that would. */
  expiresAfterMs: number;
  now(): number;
}

export interface Reservation {
  /** Makes it at least so large, for a body whose length is not known beforehand; false when there is no room. */
  growTo(bytes: number): boolean;
  release(): void;
}

/**
 * Admission by bytes: an isolate has 128 MB for all its requests, and a text of 5 MB passes through as bytes, as JSON,
 * as a string of two bytes a character and as what the plugin makes of it.
 */
export class ByteBudget {
  readonly #options: BudgetOptions;
  readonly #reserved = new Map<number, { bytes: number; at: number }>();
  #next = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** Reserves room for a body, or undefined when there is none now. A body of more than the budget may come alone. */
  reserve(bytes: number): Reservation | undefined {
    this.#lapse();
    const id = this.#next++;
    const hold = (size: number): boolean => {
      if (!this.#fits(size, id)) return false;
      this.#reserved.set(id, { bytes: size, at: this.#options.now() });
      return true;
    };
    if (!hold(bytes)) return undefined;
    let held = bytes;
    const growTo = (needed: number): boolean => {
      if (needed <= held) return true;
      if (!hold(needed)) return false;
      held = needed;
      return true;
    };
    return { growTo, release: () => this.#reserved.delete(id) };
  }

  /** Bytes in flight now. */
  get inFlight(): number {
    return this.#sum(0);
  }

  #fits(bytes: number, id: number): boolean {
    const { totalBytes, largeBytes, largeFrom } = this.#options;
    return (
      within(totalBytes, this.#sum(0, id), bytes) &&
      (bytes < largeFrom || within(largeBytes, this.#sum(largeFrom, id), bytes))
    );
  }

  /** The bytes of all other bodies from a size on. */
  #sum(from: number, except?: number): number {
    let sum = 0;
    for (const [id, { bytes }] of this.#reserved) if (id !== except && bytes >= from) sum += bytes;
    return sum;
  }

  #lapse(): void {
    const before = this.#options.now() - this.#options.expiresAfterMs;
    for (const [id, { at }] of this.#reserved) if (at <= before) this.#reserved.delete(id);
  }
}

function within(limit: number, held: number, bytes: number): boolean {
  return held === 0 || held + bytes <= limit;
}
