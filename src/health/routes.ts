import { createRoute, z } from "@hono/zod-openapi";
import { registry } from "../analysis/engine.ts";
import { answers, createRouter } from "../http/router.ts";
import { checkStores } from "./checks.ts";

/** Whether the Worker is well. */
export const healthRoutes = createRouter();

const tags = ["Operation"];

healthRoutes.openapi(
  createRoute({
    method: "get",
    path: "/health",
    summary: "Whether the Worker answers; asks no store",
    tags,
    responses: answers(
      z
        .object({
          status: z.literal("healthy"),
          plugins_loaded: z.int(),
          plugin_types: z.object({ analyzers: z.int(), visualizers: z.int(), document_processors: z.int() }),
          extensions: z.object({ webhooks: z.boolean(), monitoring: z.boolean() }),
        })
        .openapi("Health"),
      "It answers",
    ),
  }),
  (c) => {
    const count = (type: string) => registry.entries.filter((entry) => entry.type === type).length;
    return c.json({
      status: "healthy",
      plugins_loaded: registry.entries.length,
      plugin_types: {
        analyzers: count("analyzer"),
        visualizers: count("visualizer"),
        document_processors: count("document"),
      },
      extensions: { webhooks: true, monitoring: true },
    });
  },
);

const check = z.object({ ok: z.boolean(), latency_ms: z.number(), error: z.string().optional() });
const beat = z.object({ path: z.enum(["cron", "queue"]), at: z.string(), age_s: z.int(), worker_version: z.string() });

healthRoutes.openapi(
  createRoute({
    method: "get",
    path: "/health/detailed",
    summary: "Each store with its latency, and when the cron and the queue last ran",
    tags,
    responses: answers(
      z
        .object({
          status: z.enum(["ok", "degraded"]),
          version: z.object({ id: z.string(), timestamp: z.string() }),
          checks: z.record(z.string(), check),
          heartbeats: z.array(beat),
        })
        .openapi("DetailedHealth"),
      "The state of each part",
    ),
  }),
  async (c) => {
    const { checks, heartbeats } = await checkStores(c.env);
    const { id, timestamp } = c.env.VERSION;
    const status = Object.values(checks).every(({ ok }) => ok) ? "ok" : "degraded";
    return c.json({ status, version: { id, timestamp }, checks, heartbeats });
  },
);
