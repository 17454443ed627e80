import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRouter } from "../http/router.ts";
import type { CacheStats } from "./store.ts";

const statsSchema = z
  .object({ size: z.int(), hits: z.int(), misses: z.int(), evictions: z.int() })
  .openapi("CacheStats");

/** `GET /cache/stats`: counters of the isolate that answers. */
export function cacheRoutes(stats: () => CacheStats) {
  const route = createRoute({
    method: "get",
    path: "/cache/stats",
    summary: "Counters of the result cache, of the isolate that answers",
    tags: ["Operation"],
    responses: answers(statsSchema, "The counters"),
  });
  return createRouter().openapi(route, (c) => c.json(stats()));
}
