import { describe, expect, it } from "vitest";
import { z } from "zod";
import { analyzer, failure, registryOf, surroundingsWith } from "../../test/support/engine.ts";
import { defineAnalyzer } from "./contract.ts";
import { finish, measure, merge } from "./corpus.ts";
import { startHeavy, stepHeavy } from "./heavy.ts";
import { run } from "./run.ts";

const heavy = defineAnalyzer({
  id: "sum",
  name: "",
  version: "1.0.0",
  description: "",
  provides: ["sum"],
  parameters: z.object({ upTo: z.int().default(2) }),
  start: ({ config, texts = [] }) => ({ at: 0, sum: texts.length, upTo: config.upTo }),
  step: ({ at, sum, upTo }) =>
    at === upTo ? { result: { sum } } : { state: { at: at + 1, sum: sum + at + 1, upTo }, progress: (at + 1) / upTo },
});

const request = { text: "", config: { upTo: 2 }, context: {} };

describe("a heavy plugin", () => {
  it("goes from state to state, each JSON, until it has a result", async () => {
    const entry = registryOf(heavy).get("sum");
    let state = await startHeavy(entry, { ...request, texts: ["a"] }, surroundingsWith());
    const progress: number[] = [];
    for (;;) {
      const saved = JSON.parse(JSON.stringify(state));
      const stepped = await stepHeavy(entry, saved, { context: {} }, surroundingsWith());
      if ("result" in stepped) {
        expect(stepped.result).toEqual({ sum: 4 });
        break;
      }
      state = stepped.state;
      progress.push(stepped.progress);
    }
    expect(progress).toEqual([0.5, 1]);
  });

  it("does not run synchronously", async () => {
    const entry = registryOf(heavy).get("sum");
    const call = () => run(entry, { input: { text: "" }, config: { upTo: 2 }, context: {} }, surroundingsWith());
    expect(await failure(call)).toMatchObject({ code: "only_as_job", pluginId: "sum" });
  });

  it("may not leave a state that is no object", async () => {
    const entry = registryOf(
      defineAnalyzer({
        id: "vague",
        name: "",
        version: "1.0.0",
        description: "",
        provides: [],
        parameters: z.object({}),
        start: () => JSON.parse("3"),
        step: () => ({ result: {} }),
      }),
    ).get("vague");
    expect(await failure(() => startHeavy(entry, request, surroundingsWith()))).toMatchObject({
      fault: "broke_contract",
    });
  });

  it("is not what another plugin is", async () => {
    const entry = registryOf(analyzer("plain", () => ({}))).get("plain");
    expect(await failure(() => startHeavy(entry, request, surroundingsWith()))).toMatchObject({
      code: "wrong_plugin_type",
    });
  });
});

describe("a corpus", () => {
  const entry = registryOf(
    defineAnalyzer({
      id: "letters",
      name: "",
      version: "1.0.0",
      description: "",
      provides: ["mean"],
      parameters: z.object({}),
      measure: ({ text }) => ({ texts: 1, letters: text.length }),
      merge: (a, b) => ({ texts: a.texts + b.texts, letters: a.letters + b.letters }),
      finish: ({ texts, letters }) => ({ mean: letters / texts }),
    }),
  ).get("letters");
  const guarded = { context: {} };

  it("is measured in parts, merged and finished", async () => {
    const surroundings = surroundingsWith();
    const parts = await Promise.all(
      ["um", "dois", "três!!"].map((text) => measure(entry, { ...guarded, text, config: {} }, surroundings)),
    );
    let all: unknown = parts[0];
    for (const part of parts.slice(1)) all = await merge(entry, all, part, guarded, surroundings);
    expect(await finish(entry, all, {}, guarded, surroundings)).toEqual({ mean: 4 });
  });

  it("is nothing for a plugin that cannot merge", async () => {
    const plain = registryOf(analyzer("plain", () => ({}))).get("plain");
    const call = async () => measure(plain, { ...guarded, text: "", config: {} }, surroundingsWith());
    expect(await failure(call)).toMatchObject({ code: "wrong_plugin_type" });
  });
});
