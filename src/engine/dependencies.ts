import type { Plugin } from "./contract.ts";

/** The registration of a plugin set is wrong: a cycle, an unmet need, an id twice. A mistake of ours, found at start. */
export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
}

/**
 * For each plugin, the ids of the plugins that must run before it, in an order in which each finds what it needs.
 * A need is a plugin's id or a field that some plugin provides; of several providers the first registered serves.
 * @throws RegistrationError naming the cycle or the unmet need
 */
export function resolveDependencies(plugins: readonly Plugin[]): Map<string, string[]> {
  const providers = new Map<string, string>();
  for (const { id } of plugins) providers.set(id, id);
  for (const { id, provides } of plugins) {
    for (const field of provides) if (!providers.has(field)) providers.set(field, id);
  }
  const needs = new Map(plugins.map((plugin) => [plugin.id, providersFor(plugin, providers)]));
  return new Map(plugins.map(({ id }) => [id, inOrder(id, needs)]));
}

function providersFor(plugin: Plugin, providers: ReadonlyMap<string, string>): string[] {
  return (plugin.requires ?? []).map((need) => {
    const provider = providers.get(need);
    if (!provider) throw new RegistrationError(`plugin '${plugin.id}' requires '${need}', which no plugin provides`);
    return provider;
  });
}

function inOrder(id: string, needs: ReadonlyMap<string, string[]>): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (at: string, path: readonly string[]) => {
    if (path.includes(at)) throw new RegistrationError(`plugins require each other: ${[...path, at].join(" → ")}`);
    if (done.has(at)) return;
    for (const need of needs.get(at) ?? []) visit(need, [...path, at]);
    done.add(at);
    order.push(at);
  };
  visit(id, []);
  return order.slice(0, -1);
}
