import { LRUCache } from "lru-cache";
import { describeError, log } from "../telemetry/log.ts";

/** Counters of this isolate. */
export interface CacheStats {
  /** Results held. */
  size: number;
  hits: number;
  misses: number;
  evictions: number;
}

/** Results of this isolate, by bytes: an isolate has 128 MB for everything. */
const maxBytes = 8 * 1024 * 1024;
const maxEntryBytes = 1024 * 1024;
/** KV's own limit of a value is 25 MB. */
const maxRemoteCharacters = 8 * 1024 * 1024;
/** KV keeps nothing for less. */
const minRemoteTtl = 60;

export class ResultCache {
  readonly #counters = { hits: 0, misses: 0, evictions: 0 };
  readonly #local = new LRUCache<string, string>({
    maxSize: maxBytes,
    maxEntrySize: maxEntryBytes,
    sizeCalculation: (json, key) => 2 * json.length + key.length,
    dispose: (_value, _key, reason) => {
      if (reason === "evict") this.#counters.evictions++;
    },
  });

  /**
   * The JSON of a result, or undefined. KV is asked only where `remote` says that it pays; when it fails, that is a miss.
   */
  async get(key: string, remote: KVNamespace | undefined): Promise<string | undefined> {
    let json = this.#local.get(key);
    if (json === undefined && remote) {
      json = await readRemote(remote, key);
      if (json !== undefined) this.#local.set(key, json, { ttl: minRemoteTtl * 1000 });
    }
    this.#counters[json === undefined ? "misses" : "hits"]++;
    return json;
  }

  /** Keeps a result for `ttl` seconds. What it returns is for `waitUntil`: the caller waits for no store. */
  async put(key: string, json: string, ttl: number, remote: KVNamespace | undefined): Promise<void> {
    this.#local.set(key, json, { ttl: ttl * 1000 });
    if (!remote || json.length > maxRemoteCharacters) return;
    try {
      await remote.put(remoteKey(key), json, { expirationTtl: Math.max(minRemoteTtl, ttl) });
    } catch (error) {
      log("warn", "a result could not be cached", { store: "kv", ...describeError(error) });
    }
  }

  stats(): CacheStats {
    return { size: this.#local.size, ...this.#counters };
  }
}

async function readRemote(remote: KVNamespace, key: string): Promise<string | undefined> {
  try {
    return (await remote.get(remoteKey(key), { type: "text", cacheTtl: minRemoteTtl })) ?? undefined;
  } catch (error) {
    log("warn", "the cache could not be read", { store: "kv", ...describeError(error) });
    return undefined;
  }
}

function remoteKey(key: string): string {
  return `result:v1:${key}`;
}
