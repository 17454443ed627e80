/** What a log line may hold: ids, codes and figures. Never a text, a key or a config value. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

type Level = "info" | "warn" | "error";

/** Writes one JSON line. Workers Logs reads the level and indexes the fields. */
export function log(level: Level, message: string, fields: LogFields = {}): void {
  const line = JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...fields });
  // biome-ignore lint/suspicious/noConsole: the console is where a Worker's log goes
  console[level](line);
}

/** The name, message and stack of what was thrown, with the cause that an error of ours wraps. */
export function describeError(error: unknown): LogFields {
  const thrown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (thrown instanceof Error) return { error: thrown.name, error_message: thrown.message, error_stack: thrown.stack };
  return { error: typeof thrown, error_message: String(thrown) };
}
