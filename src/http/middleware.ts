import { createMiddleware } from "hono/factory";
import { readSettings } from "../env.ts";
import { traceIdOf } from "../telemetry/trace.ts";
import type { AppEnv } from "./context.ts";
import { ApiError } from "./errors.ts";

const anonymous = "anonymous";

/** Gives the request its trace id, its principal and the settings; the answer names the trace. */
export const identifyRequest = createMiddleware<AppEnv>(async (c, next) => {
  c.set("traceId", traceIdOf(c.req.header("traceparent")));
  c.set("principal", anonymous);
  c.set("settings", readSettings(c.env));
  await next();
  c.res.headers.set("X-Trace-Id", c.get("traceId"));
});

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Development has no keys, so it answers this machine only. */
export const refuseForeignHosts = createMiddleware<AppEnv>(async (c, next) => {
  if (c.get("settings").environment === "development" && !loopback.has(new URL(c.req.url).hostname)) {
    throw new ApiError("forbidden_host", "Development answers loopback only: deploy with --env staging or production");
  }
  await next();
});
