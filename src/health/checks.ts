import { type Beat, readBeats } from "./heartbeat.ts";

export interface Check {
  ok: boolean;
  /** How long the store took to answer. */
  latency_ms: number;
  /** What went wrong: the kind of error only. */
  error?: string;
}

const capMs = 2000;

/** Asks every store something small, all at once, each for at most two seconds. */
export async function checkStores(env: Env): Promise<{ checks: Record<string, Check>; heartbeats: Beat[] }> {
  let heartbeats: Beat[] = [];
  const probes = {
    d1: async () => {
      heartbeats = await readBeats(env, Date.now());
    },
    kv: () => env.CACHE.get("health"),
    r2: () => env.OBJECTS.head("health"),
    durable_objects: () => env.HEARTBEAT.getByName("heartbeat").last(),
  };
  const checks = await Promise.all(
    Object.entries(probes).map(async ([store, probe]): Promise<[string, Check]> => [store, await time(probe)]),
  );
  return { checks: Object.fromEntries(checks), heartbeats };
}

async function time(probe: () => Promise<unknown>): Promise<Check> {
  const startedAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cap = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("timeout")), capMs);
  });
  try {
    await Promise.race([probe(), cap]);
    return { ok: true, latency_ms: Date.now() - startedAt };
  } catch (error) {
    const timedOut = error instanceof Error && error.message === "timeout";
    return { ok: false, latency_ms: Date.now() - startedAt, error: timedOut ? "timeout" : "unavailable" };
  } finally {
    clearTimeout(timer);
  }
}
