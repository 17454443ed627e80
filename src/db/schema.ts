import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** When each path that runs without a caller last did: one row a path, overwritten. */
export const heartbeats = sqliteTable("heartbeats", {
  path: text("path", { enum: ["cron", "queue"] }).primaryKey(),
  /** Milliseconds since 1970. */
  beatAt: integer("beat_at", { mode: "timestamp_ms" }).notNull(),
  workerVersion: text("worker_version").notNull(),
});
