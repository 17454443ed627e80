import type { z } from "zod";
import { isHeavy, type Limits, type Plugin, type PluginType } from "./contract.ts";
import { RegistrationError, resolveDependencies } from "./dependencies.ts";
import { EngineError } from "./errors.ts";
import {
  describeParameters,
  type NormalizedParameter,
  normalizeParameters,
  type Parameter,
  parametersOf,
} from "./parameters.ts";

/** A plugin of the generated list, with the hash of all source it is made of. */
export interface Registration {
  plugin: Plugin;
  hash: string;
}

/** A registered plugin with what the engine derives from its definition. */
export interface Entry {
  readonly id: string;
  readonly type: PluginType;
  readonly plugin: Plugin;
  /** Changes whenever the source of the plugin or of one it depends on does: results are cached under it. */
  readonly fingerprint: string;
  /** The plugins that run before it, in order. A visualizer has none: its data must hold what it requires. */
  readonly before: readonly Entry[];
  /** Validates a caller's config. */
  readonly parameters: z.ZodObject;
  readonly limits: Limits;
  readonly cacheTtl: number;
  /** What a run costs: the class it is charged and cached by. */
  readonly weight: "light" | "remote" | "heavy";
}

/** A plugin as `GET /plugins` shows it. */
export interface PluginInfo {
  id: string;
  name: string;
  type: PluginType;
  description: string;
  version: string;
  provides: readonly string[];
  requires: readonly string[];
  parameters: Record<string, Parameter>;
}

/** The same with normalised parameters. */
export type PluginSchema = Omit<PluginInfo, "parameters"> & { parameters: Record<string, NormalizedParameter> };

export interface Registry {
  readonly entries: readonly Entry[];
  /** @throws EngineError `unknown_plugin` */
  get(id: string): Entry;
  /** @throws EngineError `unknown_plugin`, `wrong_plugin_type` */
  getOfType(id: string, type: PluginType): Entry;
  info(entry: Entry): PluginInfo;
  schema(entry: Entry): PluginSchema;
}

const defaultLimits: Limits = { maxTextBytes: 25_000_000, timeoutMs: 60_000 };
const defaultCacheTtl = 3600;

/**
 * The registry of a set of plugins.
 * @throws RegistrationError if an id is ill-formed or stands twice, a need is unmet, or plugins require each other
 */
export function createRegistry(registrations: readonly Registration[]): Registry {
  const before = resolveDependencies(registrations.map(({ plugin }) => plugin));
  const entries = new Map<string, Entry>();
  const enter = (registration: Registration): Entry => {
    const { plugin, hash } = registration;
    const known = entries.get(plugin.id);
    if (known) return known;
    const needs = plugin.type === "visualizer" ? [] : (before.get(plugin.id) ?? []);
    const dependencies = needs.map((id) => enter(registrationOf(id, registrations)));
    const entry: Entry = {
      id: plugin.id,
      type: plugin.type,
      plugin,
      fingerprint: [hash, ...dependencies.map(({ fingerprint }) => fingerprint)].join("."),
      before: dependencies,
      parameters: parametersOf(plugin),
      limits: { ...defaultLimits, ...plugin.limits },
      cacheTtl: plugin.cacheTtl ?? defaultCacheTtl,
      weight: isHeavy(plugin) ? "heavy" : plugin.remote ? "remote" : "light",
    };
    entries.set(plugin.id, entry);
    return entry;
  };
  const ids = new Set<string>();
  for (const registration of registrations) {
    const { id } = registration.plugin;
    if (!/^[a-z][a-z0-9_]*$/.test(id)) throw new RegistrationError(`plugin id '${id}' is not snake_case`);
    if (ids.has(id)) throw new RegistrationError(`plugin id '${id}' stands twice`);
    ids.add(id);
    enter(registration);
  }
  return new PluginRegistry(registrations.map(({ plugin }) => enter(registrationOf(plugin.id, registrations))));
}

class PluginRegistry implements Registry {
  readonly entries: readonly Entry[];
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #infos = new Map<string, PluginInfo>();

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  get(id: string): Entry {
    const entry = this.#byId.get(id);
    if (!entry) throw new EngineError("unknown_plugin", `Plugin '${id.slice(0, 100)}' not found`, { pluginId: id });
    return entry;
  }

  getOfType(id: string, type: PluginType): Entry {
    const entry = this.get(id);
    if (entry.type !== type) {
      throw new EngineError("wrong_plugin_type", `Plugin '${id}' é do tipo '${entry.type}', esperado: ${type}`, {
        pluginId: id,
      });
    }
    return entry;
  }

  // descriptions are made at first use: start-up has a budget, and most isolates are never asked
  info(entry: Entry): PluginInfo {
    let info = this.#infos.get(entry.id);
    if (!info) {
      const { id, name, type, description, version, provides, requires = [] } = entry.plugin;
      const parameters = describeParameters(entry.parameters);
      info = { id, name, type, description, version, provides, requires, parameters };
      this.#infos.set(id, info);
    }
    return info;
  }

  schema(entry: Entry): PluginSchema {
    const info = this.info(entry);
    return { ...info, parameters: normalizeParameters(info.parameters) };
  }
}

function registrationOf(id: string, registrations: readonly Registration[]): Registration {
  const registration = registrations.find(({ plugin }) => plugin.id === id);
  if (!registration) throw new RegistrationError(`plugin '${id}' is not registered`);
  return registration;
}
