import type { Context } from "hono";
import type { AppEnv } from "../http/context.ts";
import type { Executed } from "./execute.ts";

/**
 * An answer around a result that is JSON already: `fields` first, then the result under `name`. Nothing is parsed and
 * written again, which for a large result would cost more than the analysis.
 */
export function answerWith(c: Context<AppEnv>, fields: Record<string, unknown>, name: string, executed: Executed) {
  const head = JSON.stringify({ status: "success", ...fields }).slice(0, -1);
  return answerJson(c, `${head},${JSON.stringify(name)}:${executed.json}}`, executed);
}

/** An answer whose fields are the envelope's and the result's own. */
export function answerMerged(c: Context<AppEnv>, fields: Record<string, unknown>, executed: Executed) {
  const head = JSON.stringify({ status: "success", ...fields }).slice(0, -1);
  const rest = executed.json.slice(1);
  return answerJson(c, rest === "}" ? `${head}}` : `${head},${rest}`, executed);
}

export function answerJson(c: Context<AppEnv>, json: string, { cache }: Pick<Executed, "cache">) {
  return c.body(json, 200, { "content-type": "application/json; charset=UTF-8", "x-cache": cache });
}
