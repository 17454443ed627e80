import { expect } from "vitest";
import type { Fields, Plugin } from "../../src/engine/contract.ts";
import { resolveConfig } from "../../src/engine/parameters.ts";
import { run } from "../../src/engine/run.ts";
import { normalizeText } from "../../src/text/normalize.ts";
import { ManualClock } from "./clock.ts";
import { registryOf, surroundingsWith } from "./engine.ts";
import { expectLinear } from "./linear.ts";

/** Runs a plugin on a text as the engine does, and checks that its result survives JSON. */
export async function runPlugin(plugin: Plugin, text: string, config: Fields = {}, clock = new ManualClock()) {
  const entry = registryOf(plugin).get(plugin.id);
  const resolved = resolveConfig(entry.id, entry.parameters, config);
  const input = { text: normalizeText(text) };
  return JSON.parse(
    JSON.stringify(await run(entry, { input, config: resolved, context: {} }, surroundingsWith(clock))),
  );
}

/** Texts that break what is not linear, each to be repeated to any length. */
export const hostileUnits = [
  "a",
  "á",
  "1",
  " ",
  "\n",
  "\t",
  ".",
  "?",
  ":",
  "(",
  "[",
  "<",
  "'",
  "-",
  "a-",
  "a'",
  "a.",
  "a. ",
  "a:",
  "a: b\n",
  "a (",
  "a (1:",
  "[1:",
  "[00:00:00] ",
  "00:00:00 ",
  "1:1:1",
  "<v a",
  "--> ",
  "\n \n",
  "n't",
  "\u0301",
  "😀",
  "\u0000",
] as const;

/** Asserts that a plugin takes time linear in its text, of up to a megabyte of `unit`. */
export async function expectLinearPlugin(plugin: Plugin, unit: string, config: Fields = {}): Promise<void> {
  await expectLinear(`${plugin.id} of ${JSON.stringify(unit)}`, 1_000_000, (length) =>
    runPlugin(plugin, unit.repeat(Math.ceil(length / unit.length)), config).catch(refusedOnly),
  );
}

function refusedOnly(error: unknown): void {
  expect(error).toMatchObject({ code: "input_refused" });
}
