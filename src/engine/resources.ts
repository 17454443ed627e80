import type { Loaders, Plugin, ResourceSource } from "./contract.ts";

type Loaded = Record<string, () => Promise<unknown>>;

/**
 * The lazily loaded resources of all plugins, kept for the isolate's life. What is kept is the settled value and never a
 * promise: a promise belongs to the request that made it, and another that awaits it dies with it. Two requests at once
 * may therefore load a resource twice.
 */
export class ResourceStore {
  readonly #source: ResourceSource;
  readonly #resources = new Map<string, Loaded>();
  readonly #pending = new Map<string, number>();

  constructor(source: ResourceSource) {
    this.#source = source;
  }

  of(plugin: Plugin): Loaded {
    let resources = this.#resources.get(plugin.id);
    if (!resources) {
      const loaders: Loaders = plugin.resources ?? {};
      this.#pending.set(plugin.id, Object.keys(loaders).length);
      resources = Object.fromEntries(
        Object.entries(loaders).map(([name, load]) => [name, this.#once(plugin.id, load)]),
      );
      this.#resources.set(plugin.id, resources);
    }
    return resources;
  }

  /** Whether nothing of the plugin remains to be loaded. */
  isLoaded(plugin: Plugin): boolean {
    this.of(plugin);
    return this.#pending.get(plugin.id) === 0;
  }

  #once(pluginId: string, load: Loaders[string]): () => Promise<unknown> {
    let settled: { value: unknown } | undefined;
    return async () => {
      if (settled) return settled.value;
      const value = await load(this.#source);
      if (!settled) {
        settled = { value };
        this.#pending.set(pluginId, (this.#pending.get(pluginId) ?? 1) - 1);
      }
      return settled.value;
    };
  }
}
