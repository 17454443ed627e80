import { z } from "zod";

/** The Worker's variables, each with its meaning. Bindings are typed by `wrangler types`; these are checked at first use. */
const settingsSchema = z.object({
  /** Which environment this is. Development refuses hosts other than loopback. */
  ENVIRONMENT: z.enum(["development", "staging", "production"]),
  /** Largest text of a synchronous call, in bytes of UTF-8. */
  MAX_TEXT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(5 * 1024 * 1024),
  /** Largest media file of a synchronous call, in bytes. */
  MAX_MEDIA_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(25 * 1024 * 1024),
});

export interface Settings {
  environment: "development" | "staging" | "production";
  maxTextBytes: number;
  maxMediaBytes: number;
}

let known: { env: object; settings: Settings } | undefined;

/**
 * The settings of an environment.
 * @throws Error naming each variable that is missing or ill-formed
 */
export function readSettings(env: Env): Settings {
  if (known?.env === env) return known.settings;
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`the Worker's configuration is wrong: ${problems.join("; ")}`);
  }
  const settings = {
    environment: parsed.data.ENVIRONMENT,
    maxTextBytes: parsed.data.MAX_TEXT_BYTES,
    maxMediaBytes: parsed.data.MAX_MEDIA_BYTES,
  };
  known = { env, settings };
  return settings;
}
