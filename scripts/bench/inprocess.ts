/** How fast plugins go through text, and that no text of a megabyte makes one slow: timed inside workerd. */
import { join } from "node:path";
import { build } from "esbuild";
import { registrations } from "../../plugins/index.ts";
import { acceptsMedia, isHeavy } from "../../src/engine/contract.ts";
import type { Timed, Timing } from "./inprocess-worker.ts";
import { root, startPlain } from "./runtime.ts";
import { atLeast, below, figure, median, medianWithBounds, printTable, quantile, type Target } from "./table.ts";
import { hostile } from "./texts.ts";

const megabyte = 1024 * 1024;

export interface InProcessOptions {
  quick: boolean;
}

type Time = (timing: Timing) => Promise<Timed>;

/** @throws Error if a plugin fails on any of the texts; to refuse one is no failure */
export async function measureInProcess({ quick }: InProcessOptions): Promise<Target[]> {
  const runtime = await startPlain(await bundleBench());
  try {
    const time: Time = async (timing) => {
      const response = await fetch(runtime.url, { method: "POST", body: JSON.stringify(timing) });
      if (!response.ok) throw new Error(`${timing.plugin} on ${JSON.stringify(timing.text)}: ${await response.text()}`);
      return response.json() as Promise<Timed>;
    };
    return [
      ...(await measureThroughput(time, quick ? 3 : 20)),
      ...(await measureHostile(time, quick ? megabyte / 16 : megabyte)),
    ];
  } finally {
    await runtime.stop();
  }
}

async function bundleBench(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "scripts/bench/inprocess-worker.ts")],
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

const oneByte = "one byte a character";
const twoBytes = "two bytes, with an emoji";

const throughputs: { plugin: string; text: Extract<Timing["text"], string>; note: string; target?: number }[] = [
  { plugin: "word_frequency", text: "portuguese", note: oneByte, target: 40 },
  { plugin: "word_frequency", text: "portugueseWithEmoji", note: twoBytes },
  { plugin: "word_frequency", text: "distinctWords", note: "no word twice" },
  { plugin: "readability_analyzer", text: "portuguese", note: oneByte },
  { plugin: "readability_analyzer", text: "portugueseWithEmoji", note: twoBytes },
  { plugin: "teams_cleaner", text: "transcript", note: oneByte },
  { plugin: "teams_cleaner", text: "transcriptWithEmoji", note: twoBytes },
];

async function measureThroughput(time: Time, runs: number): Promise<Target[]> {
  const targets: Target[] = [];
  const rows: string[][] = [];
  for (const { plugin, text, note, target } of throughputs) {
    const { bytes, milliseconds } = await time({
      plugin,
      text,
      length: megabyte,
      config: {},
      warmUps: 4,
      runs,
      repeats: 4,
    });
    const rate = medianWithBounds(milliseconds.map((ms) => bytes / 1e6 / (ms / 1000)));
    const times = [median(milliseconds), quantile(milliseconds, 0.99)].map(figure);
    rows.push([`${plugin}, ${note}`, figure(rate.median), `${figure(rate.low)} to ${figure(rate.high)}`, ...times]);
    if (target) targets.push(atLeast(`${plugin} in process`, target, rate, " MB/s"));
  }
  printTable(
    `in process: 1 MB of text, ${runs} runs of 4 in workerd`,
    ["plugin and text", "MB/s", "95 % interval", "p50 ms", "p99 ms"],
    rows,
  );
  return targets;
}

/** Every plugin that works on text in one go, word_frequency also in all its ways of cutting a text. */
function variants(): { name: string; plugin: string; config: Record<string, unknown> }[] {
  const plain = registrations
    .map(({ plugin }) => plugin)
    .filter((plugin) => plugin.type !== "visualizer" && !isHeavy(plugin) && !acceptsMedia(plugin))
    .map(({ id }) => ({ name: id, plugin: id, config: {} }));
  const plugin = "word_frequency";
  const ways = ["simple", "nltk", "spacy"].flatMap((tokenization) => [
    { name: `${plugin}, ${tokenization}`, plugin, config: { tokenization } },
    { name: `${plugin}, ${tokenization}, by segment`, plugin, config: { tokenization, by_segment: true } },
    { name: `${plugin}, ${tokenization}, by speaker`, plugin, config: { tokenization, by_speaker: true } },
  ]);
  return [...plain.filter(({ name }) => name !== plugin), ...ways];
}

async function measureHostile(time: Time, length: number): Promise<Target[]> {
  const rows: string[][] = [];
  const worst: number[] = [];
  const texts = Object.keys(hostile);
  for (const { name, plugin, config } of variants()) {
    const timed: { text: string; ms: number; ratio: number }[] = [];
    for (const text of texts) {
      const run = { plugin, config, text: { hostile: text }, warmUps: 1, runs: 2 };
      const [half, whole] = [await time({ ...run, length: length / 2 }), await time({ ...run, length })];
      const ms = Math.min(...whole.milliseconds);
      timed.push({ text, ms, ratio: ms / Math.min(...half.milliseconds) });
    }
    timed.sort((a, b) => b.ms - a.ms);
    const [first, second] = timed;
    const steepest = timed.filter(({ ms }) => ms >= 5).sort((a, b) => b.ratio - a.ratio)[0];
    worst.push(first?.ms ?? Number.NaN);
    rows.push([
      name,
      ...[first, second].map((slow) => (slow ? `${figure(slow.ms)} (${slow.text})` : "")),
      steepest ? `${figure(steepest.ratio)} (${steepest.text})` : "all under 5 ms",
    ]);
  }
  const size = `${length / megabyte} MB`;
  printTable(
    `in process: ${texts.length} hostile texts of ${size}; twice the text should take about twice the time`,
    ["plugin", "slowest, ms", "second, ms", "steepest from half to whole"],
    rows,
  );
  return [below(`slowest hostile text of ${size}`, (1000 * length) / megabyte, [Math.max(...worst)], " ms")];
}
