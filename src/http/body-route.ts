import { type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { boundedBody } from "./body.ts";
import type { AppEnv, BodyKind } from "./context.ts";
import { ApiError } from "./errors.ts";
import { answers, rejectInvalid } from "./router.ts";

interface Definition<J extends z.ZodType, F extends z.ZodType> {
  path: string;
  summary: string;
  description?: string;
  tag: string;
  /** The body sent as JSON. */
  json?: J;
  /** The body sent as a form. */
  form?: F;
  /** What a form carries: text unless told. */
  formKind?: BodyKind;
  answer: z.ZodType;
}

type Handler<B> = (c: Context<AppEnv>, body: B) => Response | Promise<Response>;

/**
 * Mounts a POST route: the schemas that validate its body are the ones its description shows. JSON is also what a body
 * without a content type is taken for.
 */
export function postRoute<J extends z.ZodType = z.ZodNever, F extends z.ZodType = z.ZodNever>(
  router: OpenAPIHono<AppEnv>,
  definition: Definition<J, F>,
  handler: Handler<z.output<J> | z.output<F>>,
): void {
  const { path, json, form, formKind = "text" } = definition;
  router.openAPIRegistry.registerPath(describe(definition));
  router.post(
    path.replaceAll(/\{(\w+)\}/g, ":$1"),
    boundedBody((c) => expected(c, formKind)),
    async (c) => {
      const sent = sentAs(c);
      if (json && (sent === "json" || sent === "none")) return handler(c, validate(json, readJson(c)));
      if (form && sent === "form") return handler(c, validate(form, await readForm(c)));
      const accepted = [json && "application/json", form && "multipart/form-data"].filter(Boolean).join(" or ");
      throw new ApiError("unsupported_media_type", `Send the body as Content-Type: ${accepted}`);
    },
  );
}

/** The id in the path of a plugin's route. */
export function pluginIdOf(c: Context<AppEnv>): string {
  return c.req.param("plugin_id") ?? "";
}

function describe({
  path,
  summary,
  description,
  tag,
  json,
  form,
  answer,
}: Definition<z.ZodType, z.ZodType>): RouteConfig {
  const parameters = Object.fromEntries(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => [name, z.string()]));
  return {
    method: "post",
    path,
    summary,
    ...(description && { description }),
    tags: [tag],
    request: {
      ...(Object.keys(parameters).length > 0 && { params: z.object(parameters) }),
      body: {
        required: true,
        content: {
          ...(json && { "application/json": { schema: json } }),
          ...(form && { "multipart/form-data": { schema: form } }),
        },
      },
    },
    responses: answers(answer, "The result"),
  };
}

function expected(c: Context<AppEnv>, formKind: BodyKind) {
  if (sentAs(c) !== "form") return { kind: "text", encoding: "json" } as const;
  const isUrlEncoded = /urlencoded/i.test(c.req.header("content-type") ?? "");
  return { kind: formKind, encoding: isUrlEncoded ? "urlencoded" : "plain" } as const;
}

function sentAs(c: Context<AppEnv>): "json" | "form" | "none" | "other" {
  const contentType = c.req.header("content-type");
  if (contentType === undefined) return "none";
  const [type = ""] = contentType.toLowerCase().split(";");
  if (/^application\/([\w.-]+\+)?json$/.test(type.trim())) return "json";
  return type.trim() === "multipart/form-data" || type.trim() === "application/x-www-form-urlencoded"
    ? "form"
    : "other";
}

function readJson(c: Context<AppEnv>): unknown {
  const text = decode(takeBody(c));
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("malformed_json", "The body is not valid JSON");
  }
}

async function readForm(c: Context<AppEnv>): Promise<unknown> {
  const headers = { "content-type": c.req.header("content-type") ?? "" };
  let form: FormData;
  try {
    form = await new Response(takeBody(c), { headers }).formData();
  } catch (cause) {
    throw new ApiError("malformed_form", "The body is not a valid form", { cause });
  }
  const fields = new Map<string, unknown>();
  for (const [name, value] of form) {
    if (fields.has(name)) throw new ApiError("malformed_form", `The form has the field '${name}' more than once`);
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

/** The body, no longer held by the context: a large one would stay beside the text made of it. */
function takeBody(c: Context<AppEnv>): ArrayBuffer {
  const body = c.get("body") ?? new ArrayBuffer(0);
  c.set("body", undefined);
  return body;
}

function decode(body: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body);
  } catch {
    throw new ApiError("malformed_json", "The body is not valid UTF-8");
  }
}

function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw rejectInvalid(parsed.error);
  return parsed.data;
}
