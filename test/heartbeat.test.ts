import { createExecutionContext, createMessageBatch, evictDurableObject, getQueueResult } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { beat } from "../src/health/heartbeat.ts";
import worker from "../src/index.ts";

async function health() {
  const response = await exports.default.fetch("http://localhost/health/detailed");
  return response.json<{
    status: string;
    checks: Record<string, { ok: boolean }>;
    heartbeats: { path: string; age_s: number }[];
  }>();
}

describe("the heartbeat", () => {
  it("marks D1, the queue and the object, and the health page tells", async () => {
    await beat(env, Date.now() - 90_000);
    const batch = createMessageBatch("qualia-edge-dev-jobs", [
      { id: "1", timestamp: new Date(), attempts: 1, body: { kind: "heartbeat", sentAt: Date.now() } },
    ]);
    const context = createExecutionContext();
    await worker.queue(batch, env);
    expect(await getQueueResult(batch, context)).toMatchObject({ outcome: "ok", explicitAcks: ["1"] });
    const { status, checks, heartbeats } = await health();
    expect(status).toBe("ok");
    expect(Object.keys(checks)).toEqual(["d1", "kv", "r2", "durable_objects"]);
    expect(heartbeats.map(({ path }) => path)).toEqual(["cron", "queue"]);
    expect(heartbeats[0]?.age_s).toBeGreaterThanOrEqual(90);
    expect(heartbeats[1]?.age_s).toBeLessThan(60);
  });

  it("is counted by an object that survives eviction", async () => {
    const stub = env.HEARTBEAT.getByName("eviction");
    expect(await stub.beat(1)).toBe(1);
    await evictDurableObject(stub);
    expect(await stub.beat(2)).toBe(2);
    expect(await stub.last()).toEqual({ beats: 2, beatAt: 2 });
  });

  it("retries a message nobody knows, and acks the others of its batch", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const batch = createMessageBatch("qualia-edge-dev-jobs", [
      { id: "bad", timestamp: new Date(), attempts: 1, body: { kind: "?" } },
      { id: "good", timestamp: new Date(), attempts: 1, body: { kind: "heartbeat", sentAt: 1 } },
    ]);
    await worker.queue(batch, env);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.explicitAcks).toEqual(["good"]);
    expect(result.retryMessages).toMatchObject([{ msgId: "bad" }]);
    error.mockRestore();
  });

  it("says degraded when a store does not answer", async () => {
    const { app } = await import("../src/app.ts");
    const OBJECTS = { head: () => Promise.reject(new Error("down")) } as unknown as R2Bucket;
    const response = await app.fetch(
      new Request("http://localhost/health/detailed"),
      { ...env, OBJECTS },
      createExecutionContext(),
    );
    expect(await response.json()).toMatchObject({
      status: "degraded",
      checks: { r2: { ok: false, error: "unavailable" } },
    });
  });
});
