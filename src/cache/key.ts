import canonicalize from "canonicalize";
import type { Fields } from "../engine/contract.ts";
import type { Entry } from "../engine/registry.ts";
import type { Input } from "../engine/run.ts";
import { isHighSurrogate } from "../text/code-points.ts";

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
  const text = "text" in input ? input.text : "";
  // data is drawn in the order it comes in: there, other than in a config, the order of fields means something
  const data = "data" in input ? JSON.stringify(input) : null;
  const about = [entry.id, entry.fingerprint, config, context, principal, data];
  if (text.length <= sliceLength) return hash(canonical(about), text);
  const slices: (string | undefined)[] = [];
  for (const slice of slicesOf(text)) slices.push(await hash("", slice));
  return hash(canonical([...about, slices]), "");
}

/** A long text is hashed in slices, and then their hashes: as bytes, in one piece, it would be held twice more. */
const sliceLength = 64 * 1024;

function* slicesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + sliceLength, text.length);
    // half of a surrogate pair would be hashed as U+FFFD, whichever it is
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    yield text.slice(start, end);
    start = end;
  }
}

/** SHA-256 in hex. The head is JSON that ends at its own bracket, so no text can pass for a part of it. */
async function hash(head: string | undefined, text: string): Promise<string | undefined> {
  if (head === undefined) return undefined;
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
