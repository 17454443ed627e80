import { z } from "zod";
import { defineAnalyzer, type Plugin, type TextInput } from "../../src/engine/contract.ts";
import type { EngineError } from "../../src/engine/errors.ts";
import { createRegistry } from "../../src/engine/registry.ts";
import { ResourceStore } from "../../src/engine/resources.ts";
import type { Surroundings } from "../../src/engine/run.ts";
import { ManualClock } from "./clock.ts";

/** A registry of plugins of a test. */
export function registryOf(...plugins: Plugin[]) {
  return createRegistry(plugins.map((plugin) => ({ plugin, hash: `hash-of-${plugin.id}` })));
}

/** Surroundings with a clock that a test moves. */
export function surroundingsWith(clock = new ManualClock(), secrets: Record<string, string> = {}): Surroundings {
  return {
    clock,
    resources: new ResourceStore({ asset: (path) => new Response(path).arrayBuffer() }),
    fetch: async (url) => new Response(url),
    secret: (name) => secrets[name],
  };
}

/** An analyzer that gives what it is told. */
export function analyzer(
  id: string,
  analyze: (input: TextInput<object>) => unknown,
  more: { provides?: string[]; requires?: string[]; timeoutMs?: number } = {},
): Plugin {
  return defineAnalyzer({
    id,
    name: id,
    version: "1.0.0",
    description: id,
    provides: more.provides ?? [],
    requires: more.requires ?? [],
    parameters: z.object({}),
    limits: { timeoutMs: more.timeoutMs ?? 1000 },
    // a test's plugin may return what no plugin should
    analyze: (input) => analyze(input) as Record<string, unknown>,
  });
}

/** The EngineError that a call ends in, as what a caller and a log see of it. */
export async function failure(call: () => Promise<unknown>) {
  try {
    await call();
  } catch (error) {
    const { code, message, pluginId, fault } = error as EngineError;
    return { code, message, pluginId, fault };
  }
  throw new Error("it did not fail");
}
