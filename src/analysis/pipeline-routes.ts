import { acceptsMedia } from "../engine/contract.ts";
import { planPipeline, runPipeline, type Source, type Step } from "../engine/pipeline.ts";
import { postRoute } from "../http/body-route.ts";
import { ApiError } from "../http/errors.ts";
import { decodeFile } from "../http/file.ts";
import { createRouter } from "../http/router.ts";
import { normalizeText } from "../text/normalize.ts";
import { answerJson } from "./answer.ts";
import { registry } from "./engine.ts";
import { type Executed, execute } from "./execute.ts";
import { checkTextSize } from "./execute-text.ts";
import * as schemas from "./schemas.ts";

/** `POST /pipeline`: several plugins, one after another, on one text or file. */
export const pipelineRoutes = createRouter();

postRoute(
  pipelineRoutes,
  {
    path: "/pipeline",
    summary: "Run plugins one after another",
    description: "Text goes from step to step; a visualizer gets every field the steps before it gave.",
    tag: "Analysis",
    json: schemas.pipelineRequest,
    form: schemas.pipelineForm,
    formKind: registry.entries.some(({ plugin }) => acceptsMedia(plugin)) ? "media" : "text",
    answer: schemas.pipelineAnswer,
  },
  async (c, body) => {
    const { steps: given, text } = body;
    const file = "file" in body ? body.file : undefined;
    const steps = planPipeline(registry, given, file ? "file" : "text");
    const { source, warning } = await readSource(steps, text, file);
    if ("text" in source) checkTextSize(c, source.text);
    const caches = new Set<Executed["cache"]>();
    const results = await runPipeline(steps, source, async ({ entry, config }, input) => {
      const executed = await execute(c, { entry, input, config, context: {} });
      caches.add(executed.cache);
      return JSON.parse(executed.json);
    });
    const answer = {
      status: "success",
      pipeline: "API Pipeline",
      steps_executed: results.length,
      ...(warning && { encoding_warning: warning }),
      results,
    };
    return answerJson(c, [JSON.stringify(answer)], caches.size === 1 ? first(caches) : "MISS");
  },
);

async function readSource(
  steps: readonly Step[],
  text: string | undefined,
  file: File | undefined,
): Promise<{ source: Source; warning?: string | undefined }> {
  const [start] = steps;
  if (file && start && acceptsMedia(start.entry.plugin)) return { source: { media: file } };
  if (file) {
    const decoded = await decodeFile(file);
    return { source: { text: decoded.text }, warning: decoded.encodingWarning };
  }
  if (!text) throw new ApiError("invalid_pipeline", "Pipeline requires text or file input");
  return { source: { text: normalizeText(text) } };
}

function first(caches: ReadonlySet<Executed["cache"]>): Executed["cache"] {
  for (const status of caches) return status;
  return "MISS";
}
