import { z } from "@hono/zod-openapi";

const maxDepth = 64;

/**
 * An object of any JSON, nested no deeper than what can be walked safely. It is passed on as it came: a schema of records
 * would copy it, and drop a key named `__proto__` on the way.
 */
export const jsonObject = z
  .custom<Record<string, unknown>>(isObject, { message: "must be a JSON object" })
  .refine((value) => isShallow(value), { message: `nested deeper than ${maxDepth} levels` })
  .openapi({ type: "object", additionalProperties: true });

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same as a form field: the object's JSON text. */
export const jsonObjectField = z
  .string()
  .default("{}")
  .transform(parseJson)
  .pipe(jsonObject)
  .openapi({ type: "string", description: "A JSON object, as text", example: "{}" });

/** Parses a form field's JSON. */
export function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "is not valid JSON" });
    return z.NEVER;
  }
}

// a level at a time and not by recursion, which is what deep nesting would break
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return false;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return true;
}
