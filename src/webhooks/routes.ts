import { createRoute, z } from "@hono/zod-openapi";
import { answerWith } from "../analysis/answer.ts";
import { registry } from "../analysis/engine.ts";
import { executeText } from "../analysis/execute-text.ts";
import { postRoute } from "../http/body-route.ts";
import { ApiError } from "../http/errors.ts";
import { jsonObject } from "../http/json.ts";
import { answers, createRouter } from "../http/router.ts";
import { normalizeText } from "../text/normalize.ts";
import { findText, type WebhookStats } from "./received.ts";

/** Texts that other services push. */
export const webhookRoutes = createRouter();

const stats: WebhookStats = { total_received: 0, total_processed: 0, total_errors: 0, last_processed: null };

const defaultPlugin = "word_frequency";

postRoute(
  webhookRoutes,
  {
    path: "/webhook/custom",
    summary: "Analyse the text of any JSON object",
    description:
      "The text stands in `text`, `content`, `message`, `body` or `data`, as a string or an object with `text`; `plugin` names the analyzer.",
    tag: "Webhooks",
    json: jsonObject.openapi("Webhook", { example: { message: "Bom dia a todas", plugin: defaultPlugin } }),
    answer: z
      .union([
        z.object({
          status: z.literal("success"),
          webhook_type: z.literal("generic"),
          plugin_used: z.string(),
          result: z.record(z.string(), z.unknown()),
        }),
        z.object({ status: z.literal("skipped"), reason: z.string() }),
      ])
      .openapi("WebhookAnswer"),
  },
  async (c, payload) => {
    stats.total_received++;
    try {
      const text = findText(payload);
      if (text === undefined) return c.json({ status: "skipped", reason: "No text to analyze" });
      const { plugin = defaultPlugin } = payload;
      if (typeof plugin !== "string") throw new ApiError("invalid_request", "`plugin` must be the id of an analyzer");
      const entry = registry.getOfType(plugin, "analyzer");
      const executed = await executeText(c, entry, normalizeText(text), {}, {});
      stats.total_processed++;
      stats.last_processed = new Date().toISOString();
      return answerWith(c, { webhook_type: "generic", plugin_used: entry.id }, "result", executed);
    } catch (error) {
      stats.total_errors++;
      throw error;
    }
  },
);

const generic = z.object({
  total_received: z.int(),
  total_processed: z.int(),
  total_errors: z.int(),
  last_processed: z.string().nullable(),
});

webhookRoutes.openapi(
  createRoute({
    method: "get",
    path: "/webhook/stats",
    summary: "Counters of the webhooks, of the isolate that answers",
    tags: ["Webhooks"],
    responses: answers(
      z.object({ status: z.literal("ok"), stats: z.object({ generic }) }).openapi("WebhookStats"),
      "The counters",
    ),
  }),
  (c) => c.json({ status: "ok", stats: { generic: stats } }),
);
