import { z } from "zod";
import { openDatabase } from "../db/client.ts";
import { heartbeats } from "../db/schema.ts";

/**
 * The proof that what runs without a caller runs: each minute the cron leaves its mark in D1 and in the Durable Object,
 * and sends a message whose consumer leaves the queue's. `GET /health/detailed` tells how old the marks are.
 */
export const heartbeatMessage = z.object({ kind: z.literal("heartbeat"), sentAt: z.number() });

export type HeartbeatPath = "cron" | "queue";

export interface Beat {
  path: HeartbeatPath;
  /** ISO 8601. */
  at: string;
  age_s: number;
  worker_version: string;
}

/** The cron's beat. Each mark is tried, whatever becomes of the others; the first failure is thrown once all were. */
export async function beat(env: Env, now: number): Promise<void> {
  const outcomes = await Promise.allSettled([
    mark(env, "cron", now),
    env.HEARTBEAT.getByName("heartbeat").beat(now),
    env.JOBS.send({ kind: "heartbeat", sentAt: now } satisfies z.input<typeof heartbeatMessage>),
  ]);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

export async function mark(env: Env, path: HeartbeatPath, now: number): Promise<void> {
  const row = { beatAt: new Date(now), workerVersion: env.VERSION.id };
  await openDatabase(env)
    .insert(heartbeats)
    .values({ path, ...row })
    .onConflictDoUpdate({ target: heartbeats.path, set: row });
}

export async function readBeats(env: Env, now: number): Promise<Beat[]> {
  const rows = await openDatabase(env).select().from(heartbeats).orderBy(heartbeats.path);
  return rows.map(({ path, beatAt, workerVersion }) => ({
    path,
    at: beatAt.toISOString(),
    age_s: Math.round((now - beatAt.getTime()) / 1000),
    worker_version: workerVersion,
  }));
}
