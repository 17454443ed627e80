/** What can go wrong in the engine, as stable words: they are the `code` of the API's errors. */
export type EngineErrorCode =
  | "unknown_plugin"
  | "wrong_plugin_type"
  | "invalid_config"
  | "invalid_pipeline"
  | "input_refused"
  | "missing_data"
  | "text_too_large"
  | "only_as_job"
  | "plugin_failed"
  | "plugin_timeout"
  | "caller_gone";

/** How a plugin failed, where it is the plugin's fault: what circuits count. */
export type Fault = "threw" | "overran" | "broke_contract";

interface Details {
  /** The plugin it is about. */
  pluginId?: string;
  /** One sentence a parameter, for an invalid config. */
  errors?: readonly string[];
  fault?: Fault;
  cause?: unknown;
}

/** The one error the engine throws on purpose. The message is for the caller; `cause` is for the log only. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly pluginId: string | undefined;
  readonly errors: readonly string[] | undefined;
  readonly fault: Fault | undefined;

  constructor(code: EngineErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.pluginId = details.pluginId;
    this.errors = details.errors;
    this.fault = details.fault;
  }
}

/** A fault of the plugin: the caller learns which plugin failed and nothing else. */
export function pluginFailed(pluginId: string, fault: Fault, cause: unknown): EngineError {
  return new EngineError("plugin_failed", `Plugin '${pluginId}' failed`, { pluginId, fault, cause });
}
