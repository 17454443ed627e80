import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { AppEnv } from "./context.ts";
import { ApiError } from "./errors.ts";

/** A router whose routes are described and validated by the same zod schemas. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw rejectInvalid(result.error);
    },
  });
}

/** The error of a request that does not fit its schema: one sentence a fault. */
export function rejectInvalid({ issues }: { issues: readonly z.core.$ZodIssue[] }): ApiError {
  const errors = issues.map(
    ({ path, message }) => `${path.length > 0 ? path.map(String).join(".") : "body"}: ${message}`,
  );
  return new ApiError("invalid_request", `The request is not valid: ${errors[0]}`, { errors });
}

const errorSchema = z
  .object({
    status: z.literal("error"),
    message: z.string(),
    code: z.string().openapi({ example: "unknown_plugin" }),
    trace_id: z.string(),
    errors: z.array(z.string()).optional(),
  })
  .openapi("Error");

/** The answers of a route: one schema for success, the envelope for every error. */
export function answers(schema: z.ZodType, description: string): RouteConfig["responses"] {
  return {
    200: { description, content: { "application/json": { schema } } },
    default: {
      description: "An error: its code says which, and the HTTP status says whose",
      content: { "application/json": { schema: errorSchema } },
    },
  };
}
