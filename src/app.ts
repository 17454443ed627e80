import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { timing } from "hono/timing";
import { cache } from "./analysis/execute.ts";
import { pipelineRoutes } from "./analysis/pipeline-routes.ts";
import { analysisRoutes } from "./analysis/routes.ts";
import { cacheRoutes } from "./cache/routes.ts";
import { apiRoutes } from "./catalog/api-routes.ts";
import { catalogRoutes } from "./catalog/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { ApiError, asApiError, errorResponse } from "./http/errors.ts";
import { identifyRequest, refuseForeignHosts } from "./http/middleware.ts";
import { createRouter } from "./http/router.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { describeError, log } from "./telemetry/log.ts";
import { version } from "./version.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

/** The house's table of contents: what every request passes, then the rooms. */
export const app = createRouter();

app.use(timing({ totalDescription: "" }));
app.use(identifyRequest);
app.use(securityHeaders);
app.use(refuseForeignHosts);
app.use(
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allow = methods.join(", ");
      const error = new ApiError("method_not_allowed", `This route takes ${allow}`, { headers: { Allow: allow } });
      return errorResponse(error, c.get("traceId"), c.req.header("accept"));
    },
  }),
);

app.route("/", analysisRoutes);
app.route("/", pipelineRoutes);
app.route("/", apiRoutes);
app.route("/", catalogRoutes);
app.route("/", webhookRoutes);
app.route(
  "/",
  cacheRoutes(() => cache.stats()),
);
app.route("/", healthRoutes);

app.get("/openapi.json", (c) => c.json(describeApi()));

// what no route takes may be a page
app.notFound(async (c) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") {
    const page = await c.env.ASSETS.fetch(c.req.raw);
    if (page.status !== 404) return new Response(page.body, page);
  }
  const error = new ApiError("not_found", `Nothing here: ${c.req.method} ${c.req.path.slice(0, 200)}`);
  return errorResponse(error, c.var.traceId, c.req.header("accept"));
});

app.onError((thrown, c) => {
  const expected = asApiError(thrown) ?? (thrown instanceof HTTPException ? asRequestError(thrown) : undefined);
  if (expected) return errorResponse(expected, c.var.traceId, c.req.header("accept"));
  log("error", "a request failed", {
    trace_id: c.var.traceId,
    method: c.req.method,
    route: c.req.path,
    ...describeError(thrown),
  });
  const hidden = new ApiError("internal_error", "Internal server error");
  return errorResponse(hidden, c.var.traceId, c.req.header("accept"));
});

function asRequestError(thrown: HTTPException): ApiError {
  return new ApiError("invalid_request", thrown.message);
}

let description: object | undefined;

function describeApi(): object {
  description ??= app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Qualia Edge",
      version,
      description: "Qualitative text analysis at the edge: the API of Qualia Core on Cloudflare's network.",
    },
    tags: ["Analysis", "Plugins", "Webhooks", "Operation"].map((name) => ({ name })),
  });
  return description;
}
