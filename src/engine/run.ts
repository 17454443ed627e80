import { utf8Length } from "../text/utf8.ts";
import {
  type Fields,
  InputError,
  isHeavy,
  isMergeable,
  type OutputFormat,
  type Plugin,
  type Tools,
  type Visualizer,
} from "./contract.ts";
import { type Clock, Deadline } from "./deadline.ts";
import { EngineError, pluginFailed } from "./errors.ts";
import { type Config, resolveConfig } from "./parameters.ts";
import type { Entry } from "./registry.ts";
import type { ResourceStore } from "./resources.ts";

/** What the engine needs of the world around it. */
export interface Surroundings {
  clock: Clock;
  resources: ResourceStore;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  secret(name: string): string | undefined;
}

/** What a plugin works on: text for analyzers and documents, a file for those that accept media, data for visualizers. */
export type Input = { text: string } | { media: File } | { data: Fields; format: OutputFormat };

export interface Run {
  input: Input;
  /** As `resolveConfig` gave it. */
  config: Config;
  context: Fields;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: number) => void) | undefined;
}

/**
 * Runs a plugin and, before it, the plugins it requires, in order, each with its default config on the same text; their
 * results stand in `context` under their ids.
 * @returns the plugin's result; a visualizer's is `{html}` or `{data, encoding: "base64", format}`
 * @throws EngineError naming the plugin that refused its input (`input_refused`) or failed: threw, ran past its time,
 *   or returned less than it provides
 */
export async function run(entry: Entry, request: Run, surroundings: Surroundings): Promise<Fields> {
  let context = request.context;
  for (const dependency of entry.before) {
    const config = resolveConfig(dependency.id, dependency.parameters, {});
    const result = await runOne(dependency, { ...request, config, context, onProgress: undefined }, surroundings);
    context = { ...context, [dependency.id]: result };
  }
  return runOne(entry, { ...request, context }, surroundings);
}

async function runOne(entry: Entry, request: Run, surroundings: Surroundings): Promise<Fields> {
  checkSize(entry, request.input);
  return guard(entry, request, surroundings, async (tools) =>
    checkContract(entry, await dispatch(entry.plugin, request, tools)),
  );
}

/** What a guarded call of a plugin may use of the run it belongs to. */
export type Guarded = Pick<Run, "context" | "signal" | "onProgress">;

/**
 * Calls a plugin's code under its deadline, with its tools, and turns whatever it throws into an `EngineError`.
 */
export async function guard<T>(
  entry: Entry,
  request: Guarded,
  surroundings: Surroundings,
  call: (tools: Tools) => T | Promise<T>,
): Promise<T> {
  const { plugin } = entry;
  const deadline = new Deadline({
    pluginId: entry.id,
    timeoutMs: entry.limits.timeoutMs,
    clock: surroundings.clock,
    signal: request.signal,
    onProgress: request.onProgress,
  });
  try {
    return await deadline.hold(call(toolsFor(plugin, request.context, deadline, surroundings)));
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (error instanceof InputError) {
      throw new EngineError("input_refused", `Plugin '${entry.id}': ${error.message}`, { pluginId: entry.id });
    }
    throw pluginFailed(entry.id, "threw", error);
  }
}

/**
 * The result, checked against what the plugin provides.
 * @throws EngineError `plugin_failed`
 */
export function checkContract(entry: Entry, result: unknown): Fields {
  if (!isFields(result)) throw broken(entry, "returned no object");
  for (const field of entry.plugin.provides) {
    if (!Object.hasOwn(result, field) || result[field] === undefined) throw broken(entry, `returned no '${field}'`);
  }
  return result;
}

function toolsFor(plugin: Plugin, context: Fields, deadline: Deadline, surroundings: Surroundings): Tools {
  return {
    context,
    checkpoint: deadline.checkpoint,
    resources: surroundings.resources.of(plugin),
    fetch: async (url, init) => {
      if (!plugin.remote) throw new Error("a plugin that fetches must declare `remote`");
      const signals = init?.signal ? [deadline.signal, init.signal] : [deadline.signal];
      return surroundings.fetch(url, { ...init, signal: AbortSignal.any(signals) });
    },
    secrets: Object.fromEntries((plugin.secrets ?? []).map((name) => [name, surroundings.secret(name)])),
  };
}

async function dispatch(plugin: Plugin, { input, config }: Run, tools: Tools): Promise<unknown> {
  switch (plugin.type) {
    case "visualizer":
      if (!("data" in input)) throw wrongInput(plugin.id, "data");
      return draw(plugin, input, config, tools);
    case "document":
      if (plugin.accepts === "media") {
        if (!("media" in input)) throw wrongInput(plugin.id, "a file");
        return plugin.process({ ...tools, media: input.media, config });
      }
      if (!("text" in input)) throw wrongInput(plugin.id, "text");
      return plugin.process({ ...tools, text: input.text, config });
    case "analyzer":
      if (!("text" in input)) throw wrongInput(plugin.id, "text");
      if (isMergeable(plugin)) {
        return plugin.finish(await plugin.measure({ ...tools, text: input.text, config }), config);
      }
      if (isHeavy(plugin)) {
        throw new EngineError("only_as_job", `Plugin '${plugin.id}' runs only as a job`, { pluginId: plugin.id });
      }
      return plugin.analyze({ ...tools, text: input.text, config });
  }
}

async function draw(plugin: Visualizer, input: { data: Fields; format: OutputFormat }, config: Config, tools: Tools) {
  for (const field of plugin.requires ?? []) {
    if (!Object.hasOwn(input.data, field)) throw missingData(plugin.id, field, Object.keys(input.data));
  }
  const { output_format: _, ...own } = config;
  const picture = await plugin.render({ ...tools, data: input.data, format: input.format, config: own });
  if (input.format === "html" && typeof picture === "string") return { html: picture };
  const bytes = typeof picture === "string" ? new TextEncoder().encode(picture) : picture;
  return { data: toBase64(bytes), encoding: "base64", format: input.format };
}

/** A visualizer's data lacks a field it requires. */
export function missingData(pluginId: string, field: string, available: readonly string[]): EngineError {
  const has = available.length > 0 ? `; it has ${available.slice(0, 20).join(", ")}` : "";
  return new EngineError("missing_data", `Plugin '${pluginId}' requires the field '${field}' in its data${has}`, {
    pluginId,
  });
}

function wrongInput(pluginId: string, needed: string): EngineError {
  return new EngineError("wrong_plugin_type", `Plugin '${pluginId}' works on ${needed}`, { pluginId });
}

function checkSize({ id, limits }: Entry, input: Input): void {
  if (!("text" in input) || input.text.length * 3 <= limits.maxTextBytes) return;
  if (utf8Length(input.text) > limits.maxTextBytes) {
    const message = `Plugin '${id}' takes texts up to ${limits.maxTextBytes} bytes: send it in parts`;
    throw new EngineError("text_too_large", message, { pluginId: id });
  }
}

function broken(entry: Entry, how: string): EngineError {
  return pluginFailed(entry.id, "broke_contract", new Error(`plugin '${entry.id}' ${how}`));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // in pieces: a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
