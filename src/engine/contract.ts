import type { z } from "zod";

/**
 * The plugin contract: everything a plugin may know of the engine.
 *
 * A plugin is one definition, made by `defineAnalyzer`, `defineDocument` or `defineVisualizer`. Its zod schema of
 * parameters gives the config's type, its validation, the API's description of it and the form.
 */

export type PluginType = "analyzer" | "document" | "visualizer";

/** A JSON object: what analyzers and documents return, and what visualizers draw. */
export type Fields = Record<string, unknown>;

/** The formats a visualizer can draw in. `png` is bytes, the others are text. */
export const outputFormats = ["html", "svg", "png"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** A state of a heavy plugin between two steps: JSON, or bytes where JSON would be too large. */
export type State = Fields | Uint8Array;

/** Thrown by a plugin to refuse its input: the caller gets 400 with this message, and no fault is counted. */
export class InputError extends Error {
  override readonly name = "InputError";
}

export interface Limits {
  /** Largest text in UTF-8 bytes. The real guard against long synchronous work: nothing can stop a tight loop. */
  maxTextBytes: number;
  /** Longest run in milliseconds, enforced at checkpoints and while the plugin awaits. */
  timeoutMs: number;
}

/** Where lazily loaded resources come from: `asset` reads a file that was published with the Worker. */
export interface ResourceSource {
  asset(path: string): Promise<ArrayBuffer>;
}

type Loader = (source: ResourceSource) => unknown;
export type Loaders = Readonly<Record<string, Loader>>;

/** The resources a plugin declared, each loaded at its first use and kept by the isolate. */
export type Resources<L extends Loaders> = { readonly [K in keyof L]: () => Promise<Awaited<ReturnType<L[K]>>> };

/** What every run hands to a plugin besides its input and config. */
export interface Tools<L extends Loaders = Loaders> {
  /** Results of the plugins it requires, by id, beside whatever the caller sent as `context`. */
  readonly context: Readonly<Fields>;
  /**
   * Yields to the runtime, reports progress (0…1), and throws once the deadline has passed or the caller is gone.
   * Call it every few hundred kilobytes of work: between two checkpoints nothing can interrupt a plugin.
   */
  checkpoint(progress?: number): Promise<void>;
  readonly resources: Resources<L>;
  /** Remote calls, aborted when the run is. Only a plugin that declares `remote` may use it. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The values of the secrets the plugin declared; undefined where the operator has set none. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
}

interface Common<P extends z.ZodObject, L extends Loaders> {
  /** snake_case, unique, stable: it is part of the API. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** Fields its result always holds; other plugins may require them. */
  readonly provides: readonly string[];
  /** Plugin ids or provided fields that must be there before it runs. */
  readonly requires?: readonly string[];
  /** `z.object` whose every entry has a default and a description; `.meta({ textSize })` holds the size adjustments. */
  readonly parameters: P;
  readonly limits?: Partial<Limits>;
  /** Seconds a result may be served from cache; 3600 unless told, 0 for never. */
  readonly cacheTtl?: number;
  /** It calls other services, so a cached answer saves more than it costs. */
  readonly remote?: boolean;
  /** Names of the secrets it reads. */
  readonly secrets?: readonly string[];
  readonly resources?: L & Loaders;
}

export interface TextInput<C, L extends Loaders = Loaders> extends Tools<L> {
  /** Well-formed, NFC. */
  readonly text: string;
  readonly config: C;
}

export interface MediaInput<C, L extends Loaders = Loaders> extends Tools<L> {
  readonly media: File;
  readonly config: C;
}

export interface DrawInput<C, L extends Loaders = Loaders> extends Tools<L> {
  /** Holds every field the visualizer requires. */
  readonly data: Readonly<Fields>;
  readonly config: C;
  readonly format: OutputFormat;
}

type Awaitable<T> = T | Promise<T>;

/** Analyses in one go. */
interface Direct<C, L extends Loaders> {
  analyze(input: TextInput<C, L>): Awaitable<Fields>;
}

/**
 * Analyses in partials that can be merged, for corpora. Partials are neither cut nor rounded, JSON, and
 * `finish(measure(text))` is the analysis of one text.
 */
interface Mergeable<C, M, L extends Loaders> {
  measure(input: TextInput<C, L>): Awaitable<M>;
  merge(a: M, b: M): M;
  finish(partial: M, config: C): Fields;
}

/** What one step of a heavy plugin leaves: a state to go on from, or the result. */
export type Stepped<S extends State> = { state: S; progress: number } | { result: Fields };

/** Analyses in steps of at most 20 s of CPU each; between two the job saves the state. Runs as a job only. */
interface Stepwise<C, S extends State, L extends Loaders> {
  start(input: TextInput<C, L> & { readonly texts?: readonly string[] }): Awaitable<S>;
  step(state: S, tools: Tools<L>): Awaitable<Stepped<S>>;
}

export type AnalyzerDefinition<P extends z.ZodObject, M, S extends State, L extends Loaders> = Common<P, L> &
  (Direct<z.output<P>, L> | Mergeable<z.output<P>, M, L> | Stepwise<z.output<P>, S, L>);

/** `accepts: "media"` makes it a transcription-like document: it gets a file and not text. */
export type DocumentDefinition<P extends z.ZodObject, L extends Loaders> = Common<P, L> &
  (
    | { readonly accepts?: "text"; process(input: TextInput<z.output<P>, L>): Awaitable<Fields> }
    | { readonly accepts: "media"; process(input: MediaInput<z.output<P>, L>): Awaitable<Fields> }
  );

export interface VisualizerDefinition<P extends z.ZodObject, L extends Loaders> extends Common<P, L> {
  /** The formats it draws in; the first is the default. The engine adds the parameter `output_format`. */
  readonly formats: readonly [OutputFormat, ...OutputFormat[]];
  render(input: DrawInput<z.output<P>, L>): Awaitable<string | Uint8Array>;
}

// A registry holds plugins of every config, partial and state. The definitions are checked where they are made, and the
// engine passes each plugin only what its own schema parsed.
// biome-ignore lint/suspicious/noExplicitAny: `unknown` cannot stand for what a plugin both takes and gives
type Any = any;

export type Analyzer = { readonly type: "analyzer" } & AnalyzerDefinition<z.ZodObject, Any, Any, Any>;
export type Document = { readonly type: "document" } & DocumentDefinition<z.ZodObject, Any>;
export type Visualizer = { readonly type: "visualizer" } & VisualizerDefinition<z.ZodObject, Any>;
export type Plugin = Analyzer | Document | Visualizer;

/**
 * Defines a plugin that turns text into data.
 *
 * @example
 * export default defineAnalyzer({
 *   id: "line_count", name: "Line counter", version: "1.0.0", description: "Counts lines",
 *   provides: ["lines"], parameters: z.object({}),
 *   analyze: ({ text }) => ({ lines: text.split("\n").length }),
 * });
 */
export function defineAnalyzer<P extends z.ZodObject, M = never, S extends State = never, L extends Loaders = {}>(
  definition: AnalyzerDefinition<P, M, S, L>,
): Analyzer {
  return { type: "analyzer", ...definition };
}

/** Defines a plugin that turns a text, or a file where it `accepts: "media"`, into text. */
export function defineDocument<P extends z.ZodObject, L extends Loaders = {}>(
  definition: DocumentDefinition<P, L>,
): Document {
  return { type: "document", ...definition };
}

/** Defines a plugin that turns data into a picture. */
export function defineVisualizer<P extends z.ZodObject, L extends Loaders = {}>(
  definition: VisualizerDefinition<P, L>,
): Visualizer {
  return { type: "visualizer", ...definition };
}

/** Whether it runs only as a job, in steps. */
export function isHeavy(plugin: Plugin): plugin is Analyzer & Stepwise<Any, Any, Any> {
  return "start" in plugin;
}

/** Whether it takes a file instead of text. */
export function acceptsMedia(
  plugin: Plugin,
): plugin is Document & { process(input: MediaInput<Any, Any>): Awaitable<Fields> } {
  return plugin.type === "document" && plugin.accepts === "media";
}

/** Whether its partial results can be merged over a corpus. */
export function isMergeable(plugin: Plugin): plugin is Analyzer & Mergeable<Any, Any, Any> {
  return "measure" in plugin;
}
