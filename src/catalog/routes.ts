import { createRoute, z } from "@hono/zod-openapi";
import { registry, surroundings } from "../analysis/engine.ts";
import { configForSize, textSizes, textSizeThresholds } from "../engine/parameters.ts";
import { postRoute } from "../http/body-route.ts";
import { answers, createRouter } from "../http/router.ts";

/** What plugins there are, and their parameters. */
export const catalogRoutes = createRouter();

const pluginType = z.enum(["analyzer", "document", "visualizer"]);
const parameter = {
  default: z.unknown(),
  description: z.string(),
  options: z.array(z.unknown()).optional(),
  range: z.array(z.number().nullable()).length(2).optional(),
  text_size_adjustments: z.partialRecord(z.enum(textSizes), z.unknown()).optional(),
};
const plugin = {
  id: z.string(),
  name: z.string(),
  type: pluginType,
  description: z.string(),
  version: z.string(),
  provides: z.array(z.string()),
  requires: z.array(z.string()),
};
const shownParameter = z.object({
  type: z.enum(["integer", "float", "boolean", "string", "choice", "list", "dict"]),
  ...parameter,
});
const normalizedParameter = z.object({ type: z.enum(["int", "float", "bool", "str", "list", "dict"]), ...parameter });
const pluginInfo = z.object({ ...plugin, parameters: z.record(z.string(), shownParameter) }).openapi("Plugin");
const pluginSchema = z
  .object({ ...plugin, parameters: z.record(z.string(), normalizedParameter) })
  .openapi("PluginSchema");
const pluginParams = z.object({ plugin_id: z.string().openapi({ example: "word_frequency" }) });
const tags = ["Plugins"];

catalogRoutes.openapi(
  createRoute({
    method: "get",
    path: "/plugins",
    summary: "All plugins",
    tags,
    request: { query: z.object({ plugin_type: z.string().optional().openapi({ enum: pluginType.options }) }) },
    responses: answers(z.array(pluginInfo), "The plugins"),
  }),
  (c) => {
    const { plugin_type: type } = c.req.valid("query");
    const entries = registry.entries.filter((entry) => !type || entry.type === type);
    return c.json(entries.map((entry) => registry.info(entry)));
  },
);

catalogRoutes.openapi(
  createRoute({
    method: "get",
    path: "/plugins/health",
    summary: "Which plugins are loaded",
    tags,
    responses: answers(
      z
        .object({
          status: z.enum(["healthy"]),
          total: z.int(),
          plugins: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              type: pluginType,
              status: z.enum(["loaded", "pending"]),
              loading: z.enum(["eager", "lazy"]),
            }),
          ),
        })
        .openapi("PluginsHealth"),
      "Each plugin's state in the isolate that answers",
    ),
  }),
  (c) =>
    c.json({
      status: "healthy",
      total: registry.entries.length,
      plugins: registry.entries.map(({ id, type, plugin }) => ({
        id,
        name: plugin.name,
        type,
        status: surroundings.resources.isLoaded(plugin) ? "loaded" : "pending",
        loading: plugin.resources ? "lazy" : "eager",
      })),
    }),
);

catalogRoutes.openapi(
  createRoute({
    method: "get",
    path: "/plugins/{plugin_id}",
    summary: "One plugin",
    tags,
    request: { params: pluginParams },
    responses: answers(pluginInfo, "The plugin"),
  }),
  (c) => c.json(registry.info(registry.get(c.req.valid("param").plugin_id))),
);

catalogRoutes.openapi(
  createRoute({
    method: "get",
    path: "/plugins/{plugin_id}/schema",
    summary: "One plugin with normalised parameters",
    tags,
    request: { params: pluginParams },
    responses: answers(pluginSchema, "The plugin's schema"),
  }),
  (c) => c.json(registry.schema(registry.get(c.req.valid("param").plugin_id))),
);

catalogRoutes.openapi(
  createRoute({
    method: "get",
    path: "/config/consolidated",
    summary: "All schemas, and how texts are sized",
    tags,
    responses: answers(
      z
        .object({
          schemas: z.record(z.string(), pluginSchema),
          text_size_rules: z.object({
            thresholds: z.object({ short_text: z.int(), medium: z.int() }),
            categories: z.array(z.enum(textSizes)),
          }),
          summary: z.object({
            total_plugins: z.int(),
            plugins_with_text_size: z.int(),
            plugin_ids: z.array(z.string()),
          }),
        })
        .openapi("ConsolidatedConfig"),
      "Everything a form needs",
    ),
  }),
  (c) => {
    const schemas = registry.entries.map((entry) => registry.schema(entry));
    const sized = schemas.filter(({ parameters }) =>
      Object.values(parameters).some((parameter) => parameter.text_size_adjustments),
    );
    return c.json({
      schemas: Object.fromEntries(schemas.map((schema) => [schema.id, schema])),
      text_size_rules: { thresholds: textSizeThresholds, categories: textSizes },
      summary: {
        total_plugins: schemas.length,
        plugins_with_text_size: sized.length,
        plugin_ids: schemas.map(({ id }) => id),
      },
    });
  },
);

postRoute(
  catalogRoutes,
  {
    path: "/config/resolve",
    summary: "A plugin's config for a size of text",
    tag: "Plugins",
    json: z
      .object({
        plugin_id: z.string().openapi({ example: "word_frequency" }),
        text_size: z.enum(textSizes).default("medium"),
      })
      .openapi("ResolveRequest"),
    answer: z
      .object({
        plugin_id: z.string(),
        text_size: z.enum(textSizes),
        resolved_config: z.record(z.string(), z.unknown()),
      })
      .openapi("ResolveAnswer"),
  },
  (c, { plugin_id, text_size }) => {
    const { parameters } = registry.info(registry.get(plugin_id));
    return c.json({ plugin_id, text_size, resolved_config: configForSize(parameters, text_size) });
  },
);
