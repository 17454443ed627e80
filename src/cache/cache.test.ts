import { describe, expect, it, vi } from "vitest";
import { analyzer, registryOf } from "../../test/support/engine.ts";
import { type Analysis, cacheKey } from "./key.ts";
import { paysRemotely, readWish } from "./policy.ts";
import { ResultCache } from "./store.ts";

const entry = registryOf(analyzer("words", () => ({}))).get("words");
const analysis: Analysis = { entry, input: { text: "rio" }, config: { a: 1, b: 2 }, context: {}, principal: "ana" };

describe("the key of a result", () => {
  it("does not depend on the order of a config's fields", async () => {
    expect(await cacheKey({ ...analysis, config: { b: 2, a: 1 } })).toBe(await cacheKey(analysis));
  });

  it("depends on the order of what is drawn: ties are drawn in it", async () => {
    const draw = (data: object) => cacheKey({ ...analysis, input: { data: { ...data }, format: "svg" } });
    expect(await draw({ words: { a: 1, b: 1 } })).not.toBe(await draw({ words: { b: 1, a: 1 } }));
    expect(await draw({ words: { a: 1, b: 1 } })).toBe(await draw({ words: { a: 1, b: 1 } }));
  });

  it.each([
    ["the text", { input: { text: "rio " } }],
    ["the config", { config: { a: 1, b: 3 } }],
    ["the context", { context: { x: 1 } }],
    ["the principal", { principal: "rui" }],
    ["the plugin's source", { entry: { ...entry, fingerprint: "other" } }],
  ])("depends on %s", async (_, change) => {
    expect(await cacheKey({ ...analysis, ...change })).not.toBe(await cacheKey(analysis));
  });

  it("cannot be forged by moving text into the config", async () => {
    const a = await cacheKey({ ...analysis, config: {}, input: { text: '{"a":1}' } });
    const b = await cacheKey({ ...analysis, config: { a: 1 }, input: { text: "" } });
    expect(a).not.toBe(b);
  });

  it("of a long text depends on every part of it, also where slices meet inside a surrogate pair", async () => {
    const long = `${"a".repeat(65_535)}😀${"b".repeat(70_000)}`;
    const key = await cacheKey({ ...analysis, input: { text: long } });
    expect(await cacheKey({ ...analysis, input: { text: long } })).toBe(key);
    for (const other of [long.replace("😀", "😁"), `${long.slice(0, -1)}c`, `c${long.slice(1)}`, `${long}b`]) {
      expect(await cacheKey({ ...analysis, input: { text: other } })).not.toBe(key);
    }
  });

  it("does not exist for a file, or for what has no canonical form", async () => {
    expect(await cacheKey({ ...analysis, input: { media: new File([], "a.mp3") } })).toBeUndefined();
    expect(await cacheKey({ ...analysis, config: { title: "\ud800" } })).toBeUndefined();
  });
});

describe("what the caller's Cache-Control allows", () => {
  it.each([
    [undefined, true, true],
    ["max-age=0", true, true],
    ["No-Cache", false, true],
    ["max-age=0, no-store", false, false],
  ])("%s", (header, read, write) => {
    expect(readWish(header)).toEqual({ read, write });
  });
});

describe("KV is asked where it pays", () => {
  it("long texts, not short ones", () => {
    expect(paysRemotely(entry, { text: "a".repeat(65_535) })).toBe(false);
    expect(paysRemotely(entry, { text: "a".repeat(65_536) })).toBe(true);
    expect(paysRemotely({ ...entry, weight: "remote" }, { text: "a" })).toBe(true);
  });
});

describe("a KV that fails", () => {
  const broken = {
    get: () => Promise.reject(new Error("KV GET failed: 500")),
    put: () => Promise.reject(new Error("KV PUT failed: 500")),
  } as unknown as KVNamespace;

  it("is a miss, and said in the log; the isolate still caches", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const cache = new ResultCache();
    expect(await cache.get("k", broken)).toBeUndefined();
    await cache.put("k", "{}", 60, broken);
    expect(await cache.get("k", broken)).toBe("{}");
    expect(warn).toHaveBeenCalledTimes(2);
    expect(cache.stats()).toEqual({ size: 1, hits: 1, misses: 1, evictions: 0 });
    warn.mockRestore();
  });
});

describe("the isolate's share", () => {
  it("is bounded by bytes, and counts what it lets go", async () => {
    const cache = new ResultCache();
    for (let i = 0; i < 20; i++) await cache.put(`k${i}`, "x".repeat(400_000), 60, undefined);
    const { size, evictions } = cache.stats();
    expect([size, evictions]).toEqual([10, 10]);
    await cache.put("large", "x".repeat(600_000), 60, undefined);
    expect(await cache.get("large", undefined)).toBeUndefined();
  });
});
