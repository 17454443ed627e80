import type { Context, MiddlewareHandler } from "hono";
import { ByteBudget, type Reservation } from "./byte-budget.ts";
import type { AppEnv, BodyKind } from "./context.ts";
import { DecodedSize, type Encoding, mostBytesPerByte } from "./decoded-size.ts";
import { ApiError } from "./errors.ts";

const mebibyte = 1024 * 1024;

/** What one isolate holds of bodies at once; the figures are measured in docs/decisions/admission.md. */
const budget = new ByteBudget({
  totalBytes: 10 * mebibyte,
  largeBytes: 6 * mebibyte,
  largeFrom: 2 * mebibyte,
  expiresAfterMs: 60_000,
  now: () => Date.now(),
});

/** Room beside the text for config, context and the names of fields. */
const envelopeBytes = 256 * 1024;
const chunkBytes = 64 * 1024;

/** What a body is expected to be. */
interface Expected {
  kind: BodyKind;
  encoding: Encoding;
}

/**
 * Reads the body into `c.get("body")`, within bounds: one that is too large is refused before it is read whole, and one
 * for which there is no room is sent away for a second. A body of a declared length takes its room before it is read;
 * measured, that holds a third less than sixteen bodies that arrive at once and find out one by one.
 */
export function boundedBody(expect: (c: Context<AppEnv>) => Expected): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { kind, encoding } = expect(c);
    const { maxTextBytes, maxMediaBytes } = c.get("settings");
    const limit = kind === "media" ? maxMediaBytes : maxTextBytes;
    const declared = Number(c.req.header("content-length") ?? Number.NaN);
    const body = c.req.raw.body;
    if (declared > limit * mostBytesPerByte[encoding] + envelopeBytes) throw await refuse(body, tooLarge(kind, limit));
    const reservation = budget.reserve(Number.isNaN(declared) ? 0 : declared);
    if (!reservation) throw await refuse(body, noRoom());
    try {
      const isWithinLimit = declared <= limit + envelopeBytes;
      c.set(
        "body",
        isWithinLimit
          ? await orGone(c.req.raw.arrayBuffer())
          : await readStream(body, new DecodedSize(encoding), { kind, limit }, reservation),
      );
      await next();
    } finally {
      reservation.release();
    }
  };
}

/** Reads a body of no declared length, or of one that only its escapes may make larger than the limit. */
async function readStream(
  body: ReadableStream<Uint8Array> | null,
  decoded: DecodedSize,
  { kind, limit }: { kind: BodyKind; limit: number },
  reservation: Reservation,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader({ mode: "byob" });
  while (reader) {
    const { done, value } = await orGone(reader.read(new Uint8Array(chunkBytes)));
    if (done) break;
    size += value.byteLength;
    const isTooLarge = decoded.add(value) > limit + envelopeBytes;
    if (isTooLarge || !reservation.growTo(size)) {
      chunks.length = 0;
      reservation.release();
      await discard(reader);
      throw isTooLarge ? tooLarge(kind, limit) : noRoom();
    }
    chunks.push(value);
  }
  return new Blob(chunks).arrayBuffer();
}

async function refuse(body: ReadableStream<Uint8Array> | null, error: ApiError): Promise<ApiError> {
  if (body) await discard(body.getReader({ mode: "byob" }));
  return error;
}

/** How long, and how much of, a refused body is read and thrown away; then it is cut off. */
const discardedMs = 1000;
const discardedBytes = 32 * mebibyte;

/**
 * Reads what remains of a refused body without keeping it: an answer sent while the caller still writes is often lost
 * with the connection. One small buffer serves for all of it, so that refusing costs no memory.
 */
async function discard(reader: ReadableStreamBYOBReader): Promise<void> {
  const until = Date.now() + discardedMs;
  let buffer = new Uint8Array(chunkBytes);
  for (let read = 0; read < discardedBytes && Date.now() < until; ) {
    const { done, value } = await orGone(reader.read(buffer));
    if (done) return;
    read += value.byteLength;
    buffer = new Uint8Array(value.buffer);
  }
  await reader.cancel();
}

/** A body that ends before its end is a caller who has gone, and no failure of ours. */
async function orGone<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw new ApiError("caller_gone", "The body ended before its end", { cause });
  }
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
