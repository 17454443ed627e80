import { type Fields, isMergeable } from "./contract.ts";
import { EngineError } from "./errors.ts";
import type { Config } from "./parameters.ts";
import type { Entry } from "./registry.ts";
import { checkContract, type Guarded, guard, type Surroundings } from "./run.ts";

/** A plugin's measure of one text or of many, JSON, to be merged and finished: its shape is the plugin's own. */
export type Partial = unknown;

/** Measures one text of a corpus. @throws EngineError `wrong_plugin_type` if it cannot merge; else as `run` */
export function measure(
  entry: Entry,
  request: Guarded & { text: string; config: Config },
  surroundings: Surroundings,
): Promise<Partial> {
  const plugin = mergeable(entry);
  return guard<Partial>(entry, request, surroundings, (tools) =>
    plugin.measure({ ...tools, text: request.text, config: request.config }),
  );
}

/** The measure of two parts of a corpus together. */
export function merge(
  entry: Entry,
  a: Partial,
  b: Partial,
  request: Guarded,
  surroundings: Surroundings,
): Promise<Partial> {
  const plugin = mergeable(entry);
  return guard<Partial>(entry, request, surroundings, () => plugin.merge(a, b));
}

/** The result of a whole corpus. */
export async function finish(
  entry: Entry,
  partial: Partial,
  config: Config,
  request: Guarded,
  surroundings: Surroundings,
): Promise<Fields> {
  const plugin = mergeable(entry);
  return checkContract(entry, await guard(entry, request, surroundings, () => plugin.finish(partial, config)));
}

function mergeable(entry: Entry) {
  if (isMergeable(entry.plugin)) return entry.plugin;
  throw new EngineError("wrong_plugin_type", `Plugin '${entry.id}' measures no corpus`, { pluginId: entry.id });
}
