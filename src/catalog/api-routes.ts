import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRouter } from "../http/router.ts";
import { version } from "../version.ts";

/** `GET /api`: the table of contents that clients of Qualia Core ask for first. */
export const apiRoutes = createRouter();

const endpoints = {
  plugins: "/plugins",
  analyze: "/analyze/{plugin_id}",
  analyze_file: "/analyze/{plugin_id}/file",
  process: "/process/{plugin_id}",
  visualize: "/visualize/{plugin_id}",
  transcribe: "/transcribe/{plugin_id}",
  pipeline: "/pipeline",
  config: "/config/consolidated",
  config_resolve: "/config/resolve",
  health: "/health",
  health_detailed: "/health/detailed",
  webhooks: "/webhook/custom",
  webhook_stats: "/webhook/stats",
  cache_stats: "/cache/stats",
  monitor: "/monitor/",
  monitor_stream: "/monitor/stream",
  openapi: "/openapi.json",
};

apiRoutes.openapi(
  createRoute({
    method: "get",
    path: "/api",
    summary: "What this API offers",
    tags: ["Operation"],
    responses: answers(
      z
        .object({
          name: z.string(),
          version: z.string(),
          description: z.string(),
          endpoints: z.record(z.string(), z.string()),
          documentation: z.string(),
        })
        .openapi("Index"),
      "The endpoints",
    ),
  }),
  (c) =>
    c.json({
      name: "Qualia Core API",
      version,
      description: "Qualitative text analysis at the edge",
      endpoints,
      documentation: "/docs",
    }),
);
