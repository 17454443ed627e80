import { type Fields, isHeavy, type State } from "./contract.ts";
import { EngineError, pluginFailed } from "./errors.ts";
import type { Config } from "./parameters.ts";
import type { Entry } from "./registry.ts";
import { checkContract, type Guarded, guard, type Surroundings } from "./run.ts";

export interface HeavyStart extends Guarded {
  text: string;
  /** The texts of a corpus, in place of one. */
  texts?: readonly string[];
  config: Config;
}

/** Where a heavy run stands after a step. */
export type Progress = { state: State; progress: number } | { result: Fields };

/**
 * The first state of a heavy plugin's run.
 * @throws EngineError `wrong_plugin_type` if it is not heavy; else as `run`
 */
export async function startHeavy(entry: Entry, request: HeavyStart, surroundings: Surroundings): Promise<State> {
  const plugin = heavy(entry);
  const { text, texts, config } = request;
  const state: unknown = await guard(entry, request, surroundings, (tools) =>
    plugin.start({ ...tools, text, config, ...(texts && { texts }) }),
  );
  return checkState(entry, state);
}

/** One step on from a state. The caller saves what it returns: a killed run goes on from the last saved state. */
export async function stepHeavy(
  entry: Entry,
  state: State,
  request: Guarded,
  surroundings: Surroundings,
): Promise<Progress> {
  const plugin = heavy(entry);
  const stepped = await guard(entry, request, surroundings, (tools) => plugin.step(state, tools));
  if ("result" in stepped) return { result: checkContract(entry, stepped.result) };
  return { state: checkState(entry, stepped.state), progress: Math.min(1, Math.max(0, Number(stepped.progress) || 0)) };
}

function heavy(entry: Entry) {
  if (isHeavy(entry.plugin)) return entry.plugin;
  throw new EngineError("wrong_plugin_type", `Plugin '${entry.id}' does not run in steps`, { pluginId: entry.id });
}

function checkState(entry: Entry, state: unknown): State {
  if (state instanceof Uint8Array) return state;
  if (typeof state === "object" && state !== null && !Array.isArray(state)) return { ...state };
  throw pluginFailed(entry.id, "broke_contract", new Error("a state is a JSON object or bytes"));
}
