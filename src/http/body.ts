import type { Context, MiddlewareHandler } from "hono";
import { ByteBudget, type Reservation } from "./byte-budget.ts";
import type { AppEnv, BodyKind } from "./context.ts";
import { ApiError } from "./errors.ts";

const mebibyte = 1024 * 1024;

/** What one isolate holds of bodies at once; the figures are measured in docs/decisions/admission.md. */
const budget = new ByteBudget({
  totalBytes: 12 * mebibyte,
  largeBytes: 6 * mebibyte,
  largeFrom: 2 * mebibyte,
  expiresAfterMs: 60_000,
  now: () => Date.now(),
});

/** Room beside the text for config, context and the names of fields. */
const envelopeBytes = 256 * 1024;

/**
 * Reads the body into `c.var.body`, within bounds: one that is too large is refused before it is read whole, and one for
 * which there is no room now is sent away for a second.
 */
export function boundedBody(kindOf: (c: Context<AppEnv>) => BodyKind): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const kind = kindOf(c);
    const { maxTextBytes, maxMediaBytes } = c.get("settings");
    const bounds = { kind, limit: kind === "media" ? maxMediaBytes : maxTextBytes };
    const declared = Number(c.req.header("content-length") ?? Number.NaN);
    if (declared > bounds.limit + envelopeBytes) {
      await discard(c.req.raw.body);
      throw tooLarge(kind, bounds.limit);
    }
    const reservation = budget.reserve(Number.isNaN(declared) ? 0 : declared);
    if (!reservation) {
      await discard(c.req.raw.body);
      throw noRoom();
    }
    try {
      const body = Number.isNaN(declared)
        ? await readUndeclared(c.req.raw.body, bounds, reservation)
        : await c.req.raw.arrayBuffer();
      c.set("body", body);
      await next();
    } finally {
      reservation.release();
    }
  };
}

interface Bounds {
  kind: BodyKind;
  limit: number;
}

async function readUndeclared(
  body: ReadableStream<Uint8Array> | null,
  { kind, limit }: Bounds,
  reservation: Reservation,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let refusal: ApiError | undefined;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit + envelopeBytes) refusal ??= tooLarge(kind, limit);
    else if (!reservation.grow(size)) refusal ??= noRoom();
    if (!refusal) chunks.push(chunk);
    else if (size > discardedBytes) break;
  }
  if (refusal) throw refusal;
  return new Blob(chunks).arrayBuffer();
}

/** How much of a refused body is read and thrown away; what goes on longer is cut off. */
const discardedBytes = 32 * mebibyte;

/**
 * Reads a refused body without keeping it: an answer sent while the caller still writes is lost with the connection. One
 * small buffer serves for all of it, so that refusing costs no memory.
 */
async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  const reader = body?.getReader({ mode: "byob" });
  let buffer = new Uint8Array(16 * 1024);
  for (let read = 0; reader && read < discardedBytes; ) {
    const { done, value } = await reader.read(buffer);
    if (done) return;
    read += value.byteLength;
    buffer = new Uint8Array(value.buffer);
  }
  await reader?.cancel();
}

function noRoom(): ApiError {
  return new ApiError("overloaded", "Too many large texts at once: try again in a moment", {
    headers: { "Retry-After": "1" },
  });
}

/** A text over the limit of a synchronous call. */
export function tooLarge(kind: BodyKind, limit: number): ApiError {
  const megabytes = `${Number((limit / mebibyte).toFixed(2))} MB`;
  return kind === "media"
    ? new ApiError("body_too_large", `Files may have up to ${megabytes}`)
    : new ApiError(
        "text_too_large",
        `Texts of a synchronous call may have up to ${megabytes}; a job takes more: send 'Prefer: respond-async'`,
      );
}
