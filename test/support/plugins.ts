import { expect } from "vitest";
import type { Fields, Plugin } from "../../src/engine/contract.ts";
import { resolveConfig } from "../../src/engine/parameters.ts";
import { run } from "../../src/engine/run.ts";
import { normalizeText } from "../../src/text/normalize.ts";
import { ManualClock } from "./clock.ts";
import { registryOf, surroundingsWith } from "./engine.ts";

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

const floorMs = 30;
const maxRounds = 10;

/**
 * Asserts that a plugin's time grows no faster than its text: twice the text takes at most three times as long. Short
 * times are noise, so a floor stands under both; a busy machine only adds time, so the best of some rounds counts, and
 * what is quadratic stays at four times in every one of them.
 */
export async function expectLinear(plugin: Plugin, unit: string, config: Fields = {}): Promise<void> {
  let half = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let round = 0; round < maxRounds && !(whole < 3 * Math.max(half, floorMs)); round++) {
    half = Math.min(half, await time(plugin, unit, 500_000, config));
    whole = Math.min(whole, await time(plugin, unit, 1_000_000, config));
  }
  expect(whole, `${JSON.stringify(unit)}: ${half.toFixed(0)} ms, then ${whole.toFixed(0)} ms`).toBeLessThan(
    3 * Math.max(half, floorMs),
  );
}

async function time(plugin: Plugin, unit: string, length: number, config: Fields): Promise<number> {
  const text = unit.repeat(Math.ceil(length / unit.length));
  const startedAt = performance.now();
  await runPlugin(plugin, text, config).catch(refusedOnly);
  return performance.now() - startedAt;
}

function refusedOnly(error: unknown): void {
  expect(error).toMatchObject({ code: "input_refused" });
}
