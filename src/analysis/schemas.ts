import { z } from "@hono/zod-openapi";
import { outputFormats } from "../engine/contract.ts";
import { jsonObject, jsonObjectField, parseJson } from "../http/json.ts";

/** What the routes of this room take and give. */

const config = jsonObject
  .default({})
  .openapi({ description: "The plugin's parameters; `GET /plugins/{plugin_id}/schema` lists them", example: {} });
const context = jsonObject
  .default({})
  .openapi({ description: "Results of other plugins, by id, for plugins that look at them", example: {} });
const text = z.string().openapi({ description: "The text; it may be empty unless the plugin refuses it" });
const file = z
  .instanceof(File, { message: "must be a file" })
  .openapi({ type: "string", format: "binary", description: "The file" });

export const analyzeRequest = z
  .object({ text: text.openapi({ example: "O sol nasceu. As crianças brincam na praça." }), config, context })
  .openapi("AnalyzeRequest");

export const fileRequest = z
  .object({ file, config: jsonObjectField, context: jsonObjectField })
  .openapi("AnalyzeFileRequest");

export const processRequest = z
  .object({ text: text.openapi({ example: "[10:00:00] Ana: bom dia a todos" }), config, context })
  .openapi("ProcessRequest");

export const visualizeRequest = z
  .object({
    data: jsonObject.openapi({ example: { word_frequencies: { rio: 3, ponte: 2 } } }),
    config,
    output_format: z.enum(outputFormats).optional().openapi({ description: "Format of the picture: html unless told" }),
  })
  .openapi("VisualizeRequest");

export const transcribeRequest = z.object({ file, config: jsonObjectField }).openapi("TranscribeRequest");

const steps = z.array(z.unknown()).openapi({
  description: "The steps in order, each {plugin_id, config}",
  example: [{ plugin_id: "teams_cleaner" }, { plugin_id: "word_frequency", config: { max_words: 20 } }],
});

export const pipelineRequest = z.object({ steps, text: z.string().optional() }).openapi("PipelineRequest");

export const pipelineForm = z
  .object({
    steps: z
      .string()
      .transform(parseJson)
      .pipe(steps)
      .openapi({ type: "string", description: "The steps as JSON text" }),
    text: z.string().optional(),
    // a form whose file field was left empty sends an empty text
    file: z
      .union([file, z.literal("").transform(() => undefined)])
      .optional()
      .openapi({ type: "string", format: "binary" }),
  })
  .openapi("PipelineForm");

const result = z.record(z.string(), z.unknown()).openapi({ description: "The plugin's result" });
const success = { status: z.literal("success"), plugin_id: z.string() };

export const analyzeAnswer = z.object({ ...success, result }).openapi("AnalyzeAnswer");

export const fileAnswer = z
  .object({ ...success, filename: z.string(), encoding_warning: z.string().optional(), result })
  .openapi("AnalyzeFileAnswer");

export const processAnswer = z.object({ ...success, processed_text: result }).openapi("ProcessAnswer");

export const visualizeAnswer = z
  .object({
    ...success,
    html: z.string().optional(),
    data: z.string().optional().openapi({ description: "The picture, base64" }),
    encoding: z.literal("base64").optional(),
    format: z.enum(outputFormats).optional(),
  })
  .openapi("VisualizeAnswer");

export const transcribeAnswer = z.object({ ...success, filename: z.string(), result }).openapi("TranscribeAnswer");

export const pipelineAnswer = z
  .object({
    status: z.literal("success"),
    pipeline: z.string(),
    steps_executed: z.int(),
    encoding_warning: z.string().optional(),
    results: z.array(z.object({ plugin_id: z.string(), result })),
  })
  .openapi("PipelineAnswer");
