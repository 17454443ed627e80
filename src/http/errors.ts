import { EngineError, type EngineErrorCode } from "../engine/errors.ts";

/** Every code of the API's errors with its HTTP status: the one place where they are paired. */
const statuses = {
  unknown_plugin: 404,
  wrong_plugin_type: 422,
  invalid_config: 422,
  invalid_pipeline: 422,
  input_refused: 400,
  missing_data: 400,
  text_too_large: 413,
  only_as_job: 422,
  plugin_failed: 500,
  plugin_timeout: 504,
  caller_gone: 499,
  not_found: 404,
  method_not_allowed: 405,
  malformed_json: 422,
  malformed_form: 422,
  invalid_request: 422,
  not_configured: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  forbidden_host: 421,
  overloaded: 503,
  internal_error: 500,
} as const satisfies Record<EngineErrorCode, number> & Record<string, number>;

export type ErrorCode = keyof typeof statuses;

interface Details {
  /** One sentence a fault, where there may be several. */
  errors?: readonly string[] | undefined;
  headers?: Record<string, string> | undefined;
  cause?: unknown;
}

/** An error with a code, a status and a message for the caller: thrown anywhere, answered in one place. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly errors: readonly string[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, message: string, { errors, headers = {}, cause }: Details = {}) {
    super(message, { cause });
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return statuses[this.code];
  }
}

/** The error to answer for whatever was thrown; undefined where it is a bug. */
export function asApiError(thrown: unknown): ApiError | undefined {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof EngineError) {
    return new ApiError(thrown.code, thrown.message, { errors: thrown.errors, cause: thrown.cause });
  }
  return undefined;
}

/**
 * The answer to an error: the API's envelope, or RFC 9457 problem details for a client that asks for them.
 */
export function errorResponse(error: ApiError, traceId: string, accept: string | undefined): Response {
  const { code, message, errors, status, headers } = error;
  const extra = { code, trace_id: traceId, ...(errors && { errors }) };
  if (accept && wantsProblem.test(accept)) {
    const problem = { type: "about:blank", title: titleOf(code), status, detail: message, ...extra };
    return respond(problem, status, { ...headers, "content-type": "application/problem+json" });
  }
  return respond({ status: "error", message, ...extra }, status, headers);
}

// q=0 means "not this"
const wantsProblem = /application\/problem\+json(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

function respond(body: object, status: number, headers: Record<string, string>): Response {
  return Response.json(body, { status, headers });
}

/** unknown_plugin → Unknown plugin */
function titleOf(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
