import { acceptsMedia, type Fields, type OutputFormat, outputFormats } from "./contract.ts";
import { EngineError } from "./errors.ts";
import { type Config, resolveConfig } from "./parameters.ts";
import type { Entry, Registry } from "./registry.ts";
import { type Input, missingData } from "./run.ts";

/** A step as the caller writes it: not yet looked at. */
export type GivenSteps = readonly unknown[];

export interface Step {
  entry: Entry;
  config: Config;
}

/** What a pipeline starts from. */
export type Source = { text: string } | { media: File };

export interface StepResult {
  plugin_id: string;
  result: Fields;
}

/** The most steps a pipeline may have: more is a mistake or an attack. */
const maxSteps = 20;

/**
 * Checks all steps before any runs.
 * @throws EngineError `invalid_pipeline`, `unknown_plugin`, `invalid_config`, or `missing_data` where a visualizer
 *   requires a field that no step before it provides
 */
export function planPipeline(registry: Registry, given: GivenSteps, source: "text" | "file"): Step[] {
  if (given.length === 0) throw invalid("Pipeline must have at least one step");
  if (given.length > maxSteps) throw invalid(`Pipeline may have at most ${maxSteps} steps`);
  const steps = given.map((step, index) => planStep(registry, step, index + 1));
  const available = new Set<string>();
  for (const [index, { entry }] of steps.entries()) {
    const { plugin, id } = entry;
    const first = index === 0;
    if (plugin.type === "visualizer") {
      if (first) throw invalid(`Visualizer '${id}' requires the result of a step before it`);
      const missing = plugin.requires?.find((field) => !available.has(field));
      if (missing) throw missingData(id, missing, [...available]);
    }
    if (first && source === "file" && plugin.type !== "document") {
      throw invalid(`A file was sent, but the first step '${id}' is '${plugin.type}': it must be 'document'`);
    }
    if (acceptsMedia(plugin) && !(first && source === "file")) {
      throw invalid(`Step ${index + 1}, '${id}', works on a file: it must come first, with a file`);
    }
    for (const field of plugin.provides) available.add(field);
  }
  return steps;
}

/**
 * Runs planned steps. Text goes from a step to the next through the first of `transcription`, `cleaned_document` and
 * `processed_text` that it returns; a visualizer gets every field accumulated so far.
 */
export async function runPipeline(
  steps: readonly Step[],
  source: Source,
  runStep: (step: Step, input: Input) => Promise<Fields>,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let input: Input = source;
  let accumulated: Fields = {};
  for (const step of steps) {
    const drawn = step.entry.type === "visualizer";
    const result = await runStep(step, drawn ? { data: accumulated, format: formatOf(step.config) } : input);
    results.push({ plugin_id: step.entry.id, result });
    if (drawn) continue;
    accumulated = { ...accumulated, ...result };
    const text = chainedText(result);
    if (text !== undefined) input = { text };
  }
  return results;
}

/** The format a visualizer's config asks for. */
export function formatOf(config: Config): OutputFormat {
  return outputFormats.find((format) => format === config.output_format) ?? "html";
}

function planStep(registry: Registry, step: unknown, position: number): Step {
  if (!isObject(step)) throw invalid(`Step ${position} must be an object`);
  const { plugin_id: id, config = {} } = step;
  if (typeof id !== "string" || id === "") throw invalid(`Step ${position} must name its plugin_id`);
  const entry = registry.get(id);
  if (!isObject(config)) throw invalid(`Step ${position}, '${id}': config must be an object`);
  return {
    entry,
    config: resolveConfig(id, entry.parameters, entry.type === "visualizer" ? withFormat(config) : config),
  };
}

/** In a pipeline a visualizer's format may also be called `format`. */
function withFormat(config: Fields): Fields {
  if (!("format" in config)) return config;
  const { format, ...rest } = config;
  return { output_format: format, ...rest };
}

function chainedText(result: Fields): string | undefined {
  for (const field of ["transcription", "cleaned_document", "processed_text"]) {
    const text = result[field];
    if (typeof text === "string") return text;
  }
  return undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(message: string): EngineError {
  return new EngineError("invalid_pipeline", message);
}
