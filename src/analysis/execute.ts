import type { Context } from "hono";
import { setMetric } from "hono/timing";
import { cacheKey } from "../cache/key.ts";
import { type CacheStatus, paysRemotely, readWish } from "../cache/policy.ts";
import { ResultCache } from "../cache/store.ts";
import type { Fields } from "../engine/contract.ts";
import { EngineError, pluginFailed } from "../engine/errors.ts";
import type { Config } from "../engine/parameters.ts";
import type { Entry } from "../engine/registry.ts";
import { type Input, run } from "../engine/run.ts";
import type { AppEnv } from "../http/context.ts";
import { describeError, log } from "../telemetry/log.ts";
import { surroundings } from "./engine.ts";

export const cache = new ResultCache();

export interface Request {
  entry: Entry;
  input: Input;
  config: Config;
  context: Fields;
}

/** A result as JSON: what is cached is what is sent, and nobody can change it on the way. */
export interface Executed {
  json: string;
  cache: CacheStatus;
}

/**
 * Answers an analysis: from cache if the caller allows it, else by the engine. The one place where cache and engine meet.
 * @throws EngineError as `run`
 */
export async function execute(c: Context<AppEnv>, request: Request): Promise<Executed> {
  const { entry, input } = request;
  const wish = readWish(c.req.header("cache-control"));
  const key =
    wish.write && entry.cacheTtl > 0 ? await cacheKey({ ...request, principal: c.get("principal") }) : undefined;
  const remote = key !== undefined && paysRemotely(entry, input) ? c.env.CACHE : undefined;
  const mayRead = key !== undefined && wish.read;
  if (mayRead) {
    const startedAt = performance.now();
    const json = await cache.get(key, remote);
    setMetric(c, "cache", performance.now() - startedAt);
    if (json !== undefined) return { json, cache: "HIT" };
  }
  const startedAt = performance.now();
  const json = serialize(entry, await runLogged(c, request));
  setMetric(c, "engine", performance.now() - startedAt);
  if (key !== undefined) c.executionCtx.waitUntil(cache.put(key, json, entry.cacheTtl, remote));
  return { json, cache: mayRead ? "MISS" : "BYPASS" };
}

async function runLogged(c: Context<AppEnv>, request: Request): Promise<Fields> {
  try {
    return await run(request.entry, { ...request, signal: c.req.raw.signal }, surroundings);
  } catch (error) {
    if (error instanceof EngineError && error.fault) {
      log("error", "a plugin failed", {
        trace_id: c.get("traceId"),
        plugin: error.pluginId,
        fault: error.fault,
        ...describeError(error),
      });
    }
    throw error;
  }
}

function serialize(entry: Entry, result: Fields): string {
  try {
    return JSON.stringify(result);
  } catch (error) {
    throw pluginFailed(entry.id, "broke_contract", error);
  }
}
