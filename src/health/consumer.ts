import { describeError, log } from "../telemetry/log.ts";
import { heartbeatMessage, mark } from "./heartbeat.ts";

/**
 * Takes the heartbeat's messages off the queue. Each message is acked or retried by itself; one that nobody knows is
 * retried until it ends among the dead letters, where it is seen.
 */
export async function consumeHeartbeats(batch: MessageBatch, env: Env, now: number): Promise<void> {
  for (const message of batch.messages) {
    const known = heartbeatMessage.safeParse(message.body);
    try {
      if (!known.success) throw new Error("unknown kind of message");
      await mark(env, "queue", now);
      message.ack();
    } catch (error) {
      log("error", "a message could not be consumed", {
        queue: batch.queue,
        message_id: message.id,
        attempts: message.attempts,
        ...describeError(error),
      });
      message.retry();
    }
  }
}
