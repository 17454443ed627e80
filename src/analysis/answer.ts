import type { Context } from "hono";
import type { CacheStatus } from "../cache/policy.ts";
import type { AppEnv } from "../http/context.ts";
import type { Executed } from "./execute.ts";

/**
 * An answer around a result that is JSON already: `fields` first, then the result under `name`. Nothing is parsed and
 * written again, which for a large result would cost more than the analysis.
 */
export function answerWith(c: Context<AppEnv>, fields: Record<string, unknown>, name: string, executed: Executed) {
  return answerJson(c, [`${openEnvelope(fields)},${JSON.stringify(name)}:`, executed.json, "}"], executed.cache);
}

/** An answer whose fields are the envelope's and the result's own. */
export function answerMerged(c: Context<AppEnv>, fields: Record<string, unknown>, executed: Executed) {
  const rest = executed.json.slice(1);
  const envelope = openEnvelope(fields);
  return answerJson(c, rest === "}" ? [envelope, rest] : [`${envelope},`, rest], executed.cache);
}

/** From this length on, joining the parts of an answer would hold it once more. */
const longAnswer = 256 * 1024;

export function answerJson(c: Context<AppEnv>, parts: readonly string[], cache: CacheStatus): Response {
  const headers = { "content-type": "application/json; charset=UTF-8", "x-cache": cache };
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return length < longAnswer ? c.body(parts.join(""), 200, headers) : new Response(new Blob([...parts]), { headers });
}

function openEnvelope(fields: Record<string, unknown>): string {
  return JSON.stringify({ status: "success", ...fields }).slice(0, -1);
}
