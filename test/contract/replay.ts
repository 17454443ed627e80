/**
 * Recorded cases of the API: what Qualia Core's clients send, and the answers they rely on. A server may add fields to
 * the envelope and to a plugin's result, never inside them, where keys are data.
 */
export interface Case {
  name: string;
  method: string;
  path: string;
  body?: unknown;
  status: number;
  response: unknown;
  /** Paths not compared at all ([*] and .* match any). */
  ignore?: string[];
  /** Paths whose JSON type alone is compared. */
  sameType?: string[];
}

type Path = readonly (string | number)[];
export type Difference = { path: string; expected: unknown; got: unknown };

/** The request of a case. */
export function requestOf(recorded: Case, base: string): Request {
  const url = base + recorded.path;
  if (recorded.body === undefined) return new Request(url, { method: recorded.method });
  const body = expand(recorded.body);
  if (isObject(body) && isObject(body.$form))
    return new Request(url, { method: recorded.method, body: formOf(body.$form) });
  return new Request(url, {
    method: recorded.method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}

/** The first difference between the recorded answer and ours. */
export function difference(recorded: Case, got: unknown): Difference | undefined {
  return differ(recorded, recorded.response, got, []);
}

function differ(recorded: Case, a: unknown, b: unknown, path: Path): Difference | undefined {
  if (matches(recorded.ignore, path)) return undefined;
  const here = { path: `$.${path.join(".")}`, expected: a, got: b };
  if (matches(recorded.sameType, path)) return kind(a) === kind(b) ? undefined : here;
  if (kind(a) !== kind(b)) return here;
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)) ? undefined : here;
  }
  if (!isObject(a) && !Array.isArray(a)) return a === b ? undefined : here;
  const [left, right] = [new Map(Object.entries(a ?? {})), new Map(Object.entries(b ?? {}))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const at = [...path, key];
    if (left.has(key) && right.has(key)) {
      const found = differ(recorded, left.get(key), right.get(key), at);
      if (found) return found;
    } else if (!matches(recorded.ignore, at) && !(!left.has(key) && mayAdd(path))) {
      return { path: `$.${at.join(".")}`, expected: left.get(key), got: right.get(key) };
    }
  }
  return undefined;
}

/** `{$repeat}`, `{$join}` and `{$lcg}` stand for long texts. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (!isObject(value)) return value;
  if (Array.isArray(value.$repeat)) return String(expand(value.$repeat[0])).repeat(Number(value.$repeat[1]));
  if (Array.isArray(value.$join)) return value.$join.map(expand).join("");
  if (isObject(value.$lcg)) return generate(value.$lcg);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item)]));
}

/** Sentences by the rule x ← (1103515245 x + 12345) mod 2^31, until the UTF-8 bytes are reached. */
function generate(rule: Record<string, unknown>): string {
  const { seed, words, bytes, sentence, paragraph } = rule as {
    seed: number;
    words: string[];
    bytes: number;
    sentence: [number, number];
    paragraph: number;
  };
  let x = seed;
  const draw = (below: number) => {
    x = (Math.imul(1103515245, x) + 12345) & 0x7fffffff;
    return (x >>> 16) % below;
  };
  const out: string[] = [];
  for (let size = 0, n = 0; size < bytes; ) {
    const length = sentence[0] + draw(sentence[1] - sentence[0] + 1);
    const drawn = Array.from({ length }, () => words[draw(words.length)] ?? "").join(" ");
    const mark = ".?!"[n % 3];
    n++;
    const written = drawn.charAt(0).toUpperCase() + drawn.slice(1) + mark + (n % paragraph === 0 ? "\n\n" : " ");
    size += new TextEncoder().encode(written).length;
    out.push(written);
  }
  return out.join("");
}

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (isObject(value) && isObject(value.$file)) {
      const { name: filename, type, text } = value.$file as { name: string; type?: string; text: string };
      form.append(name, new File([text], filename, { type: type ?? "text/plain" }));
    } else {
      // the recorded client sent form fields as browsers do, with CRLF
      form.append(name, typeof value === "string" ? value.replace(/\r?\n/g, "\r\n") : JSON.stringify(value));
    }
  }
  return form;
}

function matches(patterns: readonly string[] = [], path: Path): boolean {
  return patterns.some((pattern) => {
    const parts = Array.from(pattern.matchAll(/\[(\*|\d+)\]|\.([^.[\]]+)/g), (match) => match[1] ?? match[2]);
    return parts.length === path.length && parts.every((part, i) => part === "*" || part === String(path[i]));
  });
}

function mayAdd(path: Path): boolean {
  const [first, , third] = path;
  if (path.length <= 1) return path.length === 0 || first === "result" || first === "processed_text";
  return first === "results" && (path.length === 2 || (path.length === 3 && third === "result"));
}

function kind(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
