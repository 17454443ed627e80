import { acceptsMedia } from "../engine/contract.ts";
import { resolveConfig } from "../engine/parameters.ts";
import { formatOf } from "../engine/pipeline.ts";
import { tooLarge } from "../http/body.ts";
import { pluginIdOf, postRoute } from "../http/body-route.ts";
import { ApiError } from "../http/errors.ts";
import { decodeFile } from "../http/file.ts";
import { createRouter } from "../http/router.ts";
import { normalizeText } from "../text/normalize.ts";
import { answerMerged, answerWith } from "./answer.ts";
import { registry, surroundings } from "./engine.ts";
import { execute } from "./execute.ts";
import { executeText } from "./execute-text.ts";
import * as schemas from "./schemas.ts";

/** Routes that run one plugin. */
export const analysisRoutes = createRouter();

const tag = "Analysis";

postRoute(
  analysisRoutes,
  {
    path: "/analyze/{plugin_id}",
    summary: "Analyse a text",
    tag,
    json: schemas.analyzeRequest,
    answer: schemas.analyzeAnswer,
  },
  async (c, { text, config, context }) => {
    const entry = registry.getOfType(pluginIdOf(c), "analyzer");
    const executed = await executeText(c, entry, normalizeText(text), config, context);
    return answerWith(c, { plugin_id: entry.id }, "result", executed);
  },
);

postRoute(
  analysisRoutes,
  {
    path: "/analyze/{plugin_id}/file",
    summary: "Analyse a text file",
    tag,
    form: schemas.fileRequest,
    answer: schemas.fileAnswer,
  },
  async (c, { file, config, context }) => {
    const entry = registry.getOfType(pluginIdOf(c), "analyzer");
    const { text, encodingWarning } = await decodeFile(file);
    const executed = await executeText(c, entry, text, config, context);
    const fields = {
      plugin_id: entry.id,
      filename: file.name,
      ...(encodingWarning && { encoding_warning: encodingWarning }),
    };
    return answerWith(c, fields, "result", executed);
  },
);

postRoute(
  analysisRoutes,
  {
    path: "/process/{plugin_id}",
    summary: "Process a document",
    tag,
    json: schemas.processRequest,
    answer: schemas.processAnswer,
  },
  async (c, { text, config, context }) => {
    const entry = registry.getOfType(pluginIdOf(c), "document");
    if (acceptsMedia(entry.plugin)) {
      throw new ApiError(
        "wrong_plugin_type",
        `Plugin '${entry.id}' é de transcrição e recebe um arquivo: use POST /transcribe/${entry.id}`,
      );
    }
    const executed = await executeText(c, entry, normalizeText(text), config, context);
    return answerWith(c, { plugin_id: entry.id }, "processed_text", executed);
  },
);

postRoute(
  analysisRoutes,
  {
    path: "/transcribe/{plugin_id}",
    summary: "Transcribe a recording",
    tag,
    form: schemas.transcribeRequest,
    formKind: "media",
    answer: schemas.transcribeAnswer,
  },
  async (c, { file, config: given }) => {
    const entry = registry.getOfType(pluginIdOf(c), "document");
    if (!acceptsMedia(entry.plugin)) {
      throw new ApiError(
        "wrong_plugin_type",
        `Plugin '${entry.id}' não é de transcrição: use POST /process/${entry.id}`,
      );
    }
    const config = resolveConfig(entry.id, entry.parameters, given);
    if (file.size > c.var.settings.maxMediaBytes) throw tooLarge("media", c.var.settings.maxMediaBytes);
    for (const name of entry.plugin.secrets ?? []) {
      if (surroundings.secret(name) === undefined) {
        throw new ApiError("not_configured", `Plugin '${entry.id}' needs the secret ${name}, which is not set`);
      }
    }
    const executed = await execute(c, { entry, input: { media: file }, config, context: {} });
    return answerWith(c, { plugin_id: entry.id, filename: file.name }, "result", executed);
  },
);

postRoute(
  analysisRoutes,
  {
    path: "/visualize/{plugin_id}",
    summary: "Draw data",
    tag,
    json: schemas.visualizeRequest,
    answer: schemas.visualizeAnswer,
  },
  async (c, { data, config: given, output_format }) => {
    const entry = registry.getOfType(pluginIdOf(c), "visualizer");
    const config = resolveConfig(entry.id, entry.parameters, output_format ? { ...given, output_format } : given);
    const executed = await execute(c, { entry, input: { data, format: formatOf(config) }, config, context: {} });
    return answerMerged(c, { plugin_id: entry.id }, executed);
  },
);
