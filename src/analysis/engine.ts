import { env } from "cloudflare:workers";
import { registrations } from "../../plugins/index.ts";
import { createRegistry } from "../engine/registry.ts";
import { ResourceStore } from "../engine/resources.ts";
import type { Surroundings } from "../engine/run.ts";

/** All plugins, checked when the isolate starts. */
export const registry = createRegistry(registrations);

/** The runtime as the engine sees it. */
export const surroundings: Surroundings = {
  clock: {
    now: () => Date.now(),
    pause: () => scheduler.wait(0),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return { cancel: () => clearTimeout(timer) };
    },
  },
  resources: new ResourceStore({
    async asset(path) {
      const response = await env.ASSETS.fetch(new URL(path, "https://assets.local/"));
      if (!response.ok) throw new Error(`asset '${path}' answered ${response.status}`);
      return response.arrayBuffer();
    },
  }),
  fetch: (url, init) => fetch(url, init),
  secret: (name) => {
    const value: unknown = Reflect.get(env, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  },
};
