import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineAnalyzer } from "../src/engine/contract.ts";
import { analyzer } from "./support/engine.ts";

// the Worker itself is loaded before a test: its modules are let go so that they find these plugins
vi.resetModules();
vi.doMock("../plugins/index.ts", () => {
  const plugins = [
    analyzer("throws", () => {
      throw new Error("secret detail");
    }),
    analyzer("hangs", () => new Promise(() => undefined), { timeoutMs: 50 }),
    analyzer(
      "overruns",
      async ({ checkpoint }) => {
        for (;;) await checkpoint();
      },
      { timeoutMs: 50 },
    ),
    analyzer("forgets", () => ({}), { provides: ["words"] }),
    analyzer("circles", () => {
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      return circle;
    }),
    analyzer("well", () => ({ ok: true })),
    defineAnalyzer({
      id: "steps",
      name: "",
      version: "1.0.0",
      description: "",
      provides: [],
      parameters: z.object({}),
      start: () => ({}),
      step: () => ({ result: {} }),
    }),
  ];
  return { registrations: plugins.map((plugin) => ({ plugin, hash: plugin.id })) };
});

const { app } = await import("../src/app.ts");

async function analyze(plugin: string, text: string, bindings: Partial<Env> = {}) {
  const context = createExecutionContext();
  const request = new Request(`http://localhost/analyze/${plugin}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  const response = await app.fetch(request, { ...env, ...bindings }, context);
  const body = await response.json<Record<string, unknown>>();
  await waitOnExecutionContext(context);
  return { http: response.status, cache: response.headers.get("x-cache"), body };
}

describe("a plugin that fails", () => {
  let logged: string[];

  beforeEach(() => {
    logged = [];
    vi.spyOn(console, "error").mockImplementation((line: string) => void logged.push(line));
    return () => vi.restoreAllMocks();
  });

  it.each([
    ["throws", 500, "plugin_failed", "threw"],
    ["hangs", 504, "plugin_timeout", "overran"],
    ["overruns", 504, "plugin_timeout", "overran"],
    ["forgets", 500, "plugin_failed", "broke_contract"],
    ["circles", 500, "plugin_failed", undefined],
  ])("%s: %d, named, with nothing inside, and the isolate serves on", async (plugin, http, code, fault) => {
    const answer = await analyze(plugin, "um texto");
    expect(answer).toMatchObject({ http, body: { status: "error", code } });
    expect(answer.body.message).toContain(`'${plugin}'`);
    expect(JSON.stringify(answer.body)).not.toContain("secret detail");
    if (fault) {
      const line = logged.map((text) => JSON.parse(text)).find((entry) => entry.fault === fault);
      expect(line).toMatchObject({ level: "error", plugin, trace_id: answer.body.trace_id });
    }
    expect(await analyze("well", "um texto")).toMatchObject({ http: 200 });
  });

  it("says of a heavy plugin that it needs a job", async () => {
    expect(await analyze("steps", "")).toMatchObject({ http: 422, body: { code: "only_as_job" } });
  });
});

describe("KV down", () => {
  it("is a miss and not a failure", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const long = "a".repeat(70_000); // long enough for KV to be asked
    const down = () => Promise.reject(new Error("KV is down"));
    const CACHE = { get: down, put: down } as unknown as KVNamespace;
    expect(await analyze("well", long, { CACHE })).toMatchObject({
      http: 200,
      cache: "MISS",
      body: { result: { ok: true } },
    });
    expect(warn).toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe("a bug of ours", () => {
  it("is a 500 with nothing inside, and a line in the log", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const ASSETS = { fetch: () => Promise.reject(new Error("inner detail")) } as unknown as Fetcher;
    const response = await app.fetch(
      new Request("http://localhost/page"),
      { ...env, ASSETS },
      createExecutionContext(),
    );
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ message: "Internal server error", code: "internal_error" });
    expect(error.mock.calls.flat().join()).toContain("inner detail");
    vi.restoreAllMocks();
  });

  it("in the configuration is named", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const wrong = { ...env, ENVIRONMENT: "moon" } as unknown as Env;
    const response = await app.fetch(new Request("http://localhost/health"), wrong, createExecutionContext());
    expect(response.status).toBe(500);
    expect(error.mock.calls.flat().join()).toContain("ENVIRONMENT");
    vi.restoreAllMocks();
  });
});
