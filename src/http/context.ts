import type { Settings } from "../env.ts";

/** What a body carries, which decides how large it may be. */
export type BodyKind = "text" | "media";

/** What the middleware leaves for the routes. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    settings: Settings;
    traceId: string;
    /** Whose resources the caller sees: a key's owner, or the anonymous one. */
    principal: string;
    /** The body as it was sent, until it is parsed. */
    body: ArrayBuffer | undefined;
  };
}
