import type { Context } from "hono";
import type { Fields } from "../engine/contract.ts";
import { resolveConfig } from "../engine/parameters.ts";
import type { Entry } from "../engine/registry.ts";
import { tooLarge } from "../http/body.ts";
import type { AppEnv } from "../http/context.ts";
import { utf8Length } from "../text/utf8.ts";
import { type Executed, execute } from "./execute.ts";

/**
 * Runs a plugin on a text of a synchronous call.
 * @throws ApiError `text_too_large`; EngineError as `run`, and `invalid_config`
 */
export async function executeText(
  c: Context<AppEnv>,
  entry: Entry,
  text: string,
  given: Fields,
  context: Fields,
): Promise<Executed> {
  const config = resolveConfig(entry.id, entry.parameters, given);
  checkTextSize(c, text);
  return execute(c, { entry, input: { text }, config, context });
}

/** @throws ApiError `text_too_large` */
export function checkTextSize(c: Context<AppEnv>, text: string): void {
  const { maxTextBytes } = c.get("settings");
  // a code unit is at most three bytes: most texts need no count
  if (text.length * 3 > maxTextBytes && utf8Length(text) > maxTextBytes) throw tooLarge("text", maxTextBytes);
}
