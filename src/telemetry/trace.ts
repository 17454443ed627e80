/**
 * The trace id of a request: the one of a valid W3C `traceparent`, so that a caller's trace goes on here, else a new one.
 * An id of zeros is invalid by the recommendation.
 */
export function traceIdOf(traceparent: string | undefined): string {
  const given = traceparent?.match(/^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/)?.[1];
  return given && !/^0+$/.test(given) ? given : crypto.randomUUID().replaceAll("-", "");
}
