import canonicalize from "canonicalize";
import type { Fields } from "../engine/contract.ts";
import type { Entry } from "../engine/registry.ts";
import type { Input } from "../engine/run.ts";

export interface Analysis {
  entry: Entry;
  input: Input;
  config: Fields;
  context: Fields;
  principal: string;
}

/**
 * The key of a result: SHA-256 over the plugin, the hash of its source, its config, the context, the principal and the
 * text. So an answer dies with the code that gave it, and no tenant learns what another analysed.
 * @returns undefined for what has no canonical form: a file, or JSON that holds a lone surrogate
 */
export async function cacheKey({ entry, input, config, context, principal }: Analysis): Promise<string | undefined> {
  if ("media" in input) return undefined;
  const head = canonical([entry.id, entry.fingerprint, config, context, principal, "data" in input ? input : null]);
  if (head === undefined) return undefined;
  const text = "text" in input ? input.text : "";
  // the JSON ends at its own bracket, so no text can pass for a part of it
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(head + text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function canonical(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}
