import { app } from "./app.ts";
import { consumeHeartbeats } from "./health/consumer.ts";
import { beat } from "./health/heartbeat.ts";

export { Heartbeat } from "./health/object.ts";

export default {
  fetch: app.fetch,
  queue: (batch, env) => consumeHeartbeats(batch, env, Date.now()),
  scheduled: (_controller, env) => beat(env, Date.now()),
} satisfies ExportedHandler<Env>;
