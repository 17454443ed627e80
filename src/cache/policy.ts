import type { Entry } from "../engine/registry.ts";
import type { Input } from "../engine/run.ts";

export type CacheStatus = "HIT" | "MISS" | "BYPASS";

/** What the caller's `Cache-Control` allows (RFC 9111, 5.2.1). */
export interface Wish {
  read: boolean;
  write: boolean;
}

export function readWish(cacheControl: string | undefined): Wish {
  const directives = (cacheControl ?? "")
    .toLowerCase()
    .split(",")
    .map((directive) => directive.trim());
  const noStore = directives.includes("no-store");
  return { read: !noStore && !directives.includes("no-cache"), write: !noStore };
}

/** From this length on, reading a text's result from KV is cheaper than computing it again. */
const remoteFromCharacters = 64 * 1024;

/** Whether a result is worth a round trip to KV: heavy and remote plugins, pictures, long texts. */
export function paysRemotely(entry: Entry, input: Input): boolean {
  if (entry.weight !== "light" || entry.type === "visualizer") return true;
  return "text" in input && input.text.length >= remoteFromCharacters;
}
