import { DurableObject } from "cloudflare:workers";

/** The object that the heartbeat keeps: it shows that objects answer and that their storage outlives them. */
export class Heartbeat extends DurableObject<Env> {
  /** Counts a beat. @returns how many there were, with this one */
  beat(now: number): number {
    const beats = (this.ctx.storage.kv.get<number>("beats") ?? 0) + 1;
    this.ctx.storage.kv.put("beats", beats);
    this.ctx.storage.kv.put("beatAt", now);
    return beats;
  }

  /** How many beats there were, and when the last was (milliseconds since 1970). */
  last(): { beats: number; beatAt: number | null } {
    const { kv } = this.ctx.storage;
    return { beats: kv.get<number>("beats") ?? 0, beatAt: kv.get<number>("beatAt") ?? null };
  }
}
