import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ManualClock } from "../../test/support/clock.ts";
import { analyzer, failure, registryOf, surroundingsWith } from "../../test/support/engine.ts";
import { defineAnalyzer, defineDocument, defineVisualizer, InputError, type Plugin } from "./contract.ts";
import { EngineError } from "./errors.ts";
import { type Run, run } from "./run.ts";

function runText(plugin: Plugin, more: Partial<Run> = {}, surroundings = surroundingsWith()) {
  const entry = registryOf(plugin).get(plugin.id);
  return run(entry, { input: { text: "um texto" }, config: {}, context: {}, ...more }, surroundings);
}

describe("a plugin that misbehaves is caught and named", () => {
  it("throws", async () => {
    const plugin = analyzer("broken", () => {
      throw new TypeError("x is not a function");
    });
    expect(await failure(() => runText(plugin))).toEqual({
      code: "plugin_failed",
      message: "Plugin 'broken' failed",
      pluginId: "broken",
      fault: "threw",
    });
  });

  it("keeps the cause for the log", async () => {
    const cause = new TypeError("x is not a function");
    const error = await runText(analyzer("broken", () => Promise.reject(cause))).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toHaveProperty("cause", cause);
  });

  it("never settles", async () => {
    const clock = new ManualClock();
    const plugin = analyzer("hangs", () => new Promise(() => undefined));
    const failed = failure(() => runText(plugin, {}, surroundingsWith(clock)));
    await vi.waitFor(() => expect(clock.pendingTimers).toBe(1));
    clock.advance(1000);
    expect(await failed).toMatchObject({
      code: "plugin_timeout",
      message: "Plugin 'hangs' timed out (1s)",
      fault: "overran",
    });
  });

  it("overruns at a checkpoint", async () => {
    const clock = new ManualClock(400);
    let rounds = 0;
    const plugin = analyzer("slow", async ({ checkpoint }) => {
      for (; ; rounds++) await checkpoint();
    });
    expect(await failure(() => runText(plugin, {}, surroundingsWith(clock)))).toMatchObject({
      code: "plugin_timeout",
      fault: "overran",
    });
    expect(rounds).toBe(2);
  });

  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["less than it provides", { other: 1 }],
    ["a field that is undefined", { words: undefined }],
  ])("returns %s", async (_, result) => {
    const plugin = analyzer("short", () => result, { provides: ["words"] });
    expect(await failure(() => runText(plugin))).toMatchObject({ code: "plugin_failed", fault: "broke_contract" });
  });

  it("throws while its result is looked at", async () => {
    const trap = Object.defineProperty({}, "words", {
      enumerable: true,
      get: () => {
        throw new Error("trap");
      },
    });
    const plugin = analyzer("trap", () => trap, { provides: ["words"] });
    expect(await failure(() => runText(plugin))).toMatchObject({ code: "plugin_failed", fault: "threw" });
  });

  it("refuses its input: no fault, and the caller reads why", async () => {
    const plugin = analyzer("picky", () => {
      throw new InputError("the text has no words");
    });
    expect(await failure(() => runText(plugin))).toEqual({
      code: "input_refused",
      message: "Plugin 'picky': the text has no words",
      pluginId: "picky",
      fault: undefined,
    });
  });

  it("fetches without having declared it", async () => {
    const plugin = analyzer("sneaky", ({ fetch }) => fetch("https://example.com"));
    expect(await failure(() => runText(plugin))).toMatchObject({ code: "plugin_failed", fault: "threw" });
  });
});

describe("a run", () => {
  it("leaves no timer behind", async () => {
    const clock = new ManualClock();
    await runText(
      analyzer("quick", async () => ({})),
      {},
      surroundingsWith(clock),
    );
    expect(clock.pendingTimers).toBe(0);
  });

  it("ends at the next checkpoint once the caller is gone", async () => {
    const controller = new AbortController();
    const plugin = analyzer("patient", async ({ checkpoint }) => {
      controller.abort();
      await checkpoint();
      return {};
    });
    expect(await failure(() => runText(plugin, { signal: controller.signal }))).toMatchObject({ code: "caller_gone" });
  });

  it("reports progress between 0 and 1", async () => {
    const seen: number[] = [];
    const plugin = analyzer("long", async ({ checkpoint }) => {
      for (const progress of [-1, 0.5, 7]) await checkpoint(progress);
      return {};
    });
    await runText(plugin, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([0, 0.5, 1]);
  });

  it("runs what is required first, each with its defaults, and hands their results on", async () => {
    const order: string[] = [];
    const plugins = [
      analyzer("c", ({ context }) => ({ seen: Object.keys(context) }), { requires: ["b"], provides: ["seen"] }),
      analyzer(
        "b",
        ({ context }) => {
          order.push("b");
          return { fromA: context.a };
        },
        { requires: ["words"] },
      ),
      analyzer(
        "a",
        () => {
          order.push("a");
          return { words: 2 };
        },
        { provides: ["words"] },
      ),
    ];
    const entry = registryOf(...plugins).get("c");
    const request = { input: { text: "" }, config: {}, context: { own: 1 } };
    expect(await run(entry, request, surroundingsWith())).toEqual({ seen: ["own", "a", "b"] });
    expect(order).toEqual(["a", "b"]);
  });

  it("measures and finishes where a plugin can merge", async () => {
    const plugin = defineAnalyzer({
      id: "length",
      name: "length",
      version: "1.0.0",
      description: "",
      provides: ["length"],
      parameters: z.object({ times: z.int().default(2) }),
      measure: ({ text }) => ({ length: text.length }),
      merge: (a, b) => ({ length: a.length + b.length }),
      finish: ({ length }, { times }) => ({ length: length * times }),
    });
    expect(await runText(plugin, { config: { times: 3 } })).toEqual({ length: 24 });
  });

  it("gives a plugin the secrets it declared and no other", async () => {
    const plugin = defineAnalyzer({
      id: "secretive",
      name: "",
      version: "1.0.0",
      description: "",
      provides: [],
      parameters: z.object({}),
      secrets: ["MINE", "UNSET"],
      analyze: ({ secrets }) => ({ secrets }),
    });
    const surroundings = surroundingsWith(undefined, { MINE: "1", OTHER: "2" });
    expect(await runText(plugin, {}, surroundings)).toEqual({ secrets: { MINE: "1", UNSET: undefined } });
  });

  it("loads a resource once", async () => {
    let loads = 0;
    const plugin = defineAnalyzer({
      id: "lazy",
      name: "",
      version: "1.0.0",
      description: "",
      provides: [],
      parameters: z.object({}),
      resources: {
        list: async ({ asset }) => {
          loads++;
          return new TextDecoder().decode(await asset("a/list"));
        },
      },
      analyze: async ({ resources }) => ({ list: await resources.list() }),
    });
    const surroundings = surroundingsWith();
    expect(surroundings.resources.isLoaded(plugin)).toBe(false);
    await runText(plugin, {}, surroundings);
    expect(await runText(plugin, {}, surroundings)).toEqual({ list: "a/list" });
    expect(loads).toBe(1);
    expect(surroundings.resources.isLoaded(plugin)).toBe(true);
  });

  it("refuses a text over the plugin's own limit, in bytes", async () => {
    const plugin = defineAnalyzer({
      id: "small",
      name: "",
      version: "1.0.0",
      description: "",
      provides: [],
      parameters: z.object({}),
      limits: { maxTextBytes: 4 },
      analyze: () => ({}),
    });
    expect(await runText(plugin, { input: { text: "éé" } })).toEqual({});
    expect(await failure(() => runText(plugin, { input: { text: "ééa" } }))).toMatchObject({ code: "text_too_large" });
  });

  it("hands a file to a document that accepts media, and nothing else", async () => {
    const plugin = defineDocument({
      id: "listener",
      name: "",
      version: "1.0.0",
      description: "",
      provides: ["transcription"],
      parameters: z.object({}),
      accepts: "media",
      process: async ({ media }) => ({ transcription: await media.text() }),
    });
    const media = new File(["fala"], "a.mp3");
    expect(await runText(plugin, { input: { media } })).toEqual({ transcription: "fala" });
    expect(await failure(() => runText(plugin))).toMatchObject({ code: "wrong_plugin_type" });
  });

  it("draws in each format", async () => {
    const plugin = defineVisualizer({
      id: "chart",
      name: "",
      version: "1.0.0",
      description: "",
      provides: [],
      parameters: z.object({ title: z.string().default("T") }),
      formats: ["html", "svg", "png"],
      render: ({ format, config }) => {
        expect(config).toEqual({ title: "T" });
        return format === "png" ? new Uint8Array([1, 2, 3]) : `<${format}/>`;
      },
    });
    const config = { title: "T", output_format: "svg" };
    const draw = (format: "html" | "svg" | "png") => runText(plugin, { input: { data: {}, format }, config });
    expect(await draw("html")).toEqual({ html: "<html/>" });
    expect(await draw("svg")).toEqual({ data: btoa("<svg/>"), encoding: "base64", format: "svg" });
    expect(await draw("png")).toEqual({ data: "AQID", encoding: "base64", format: "png" });
  });
});
