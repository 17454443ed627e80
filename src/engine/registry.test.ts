import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyzer, registryOf } from "../../test/support/engine.ts";
import { resolveDependencies } from "./dependencies.ts";

describe("registration", () => {
  it("refuses a need that nobody meets", () => {
    expect(() => registryOf(analyzer("a", () => ({}), { requires: ["words"] }))).toThrow(
      "plugin 'a' requires 'words', which no plugin provides",
    );
  });

  it("refuses a cycle and names it", () => {
    const plugins = [
      analyzer("a", () => ({}), { requires: ["b"] }),
      analyzer("b", () => ({}), { requires: ["of_c"] }),
      analyzer("c", () => ({}), { requires: ["a"], provides: ["of_c"] }),
    ];
    expect(() => registryOf(...plugins)).toThrow("plugins require each other: a → b → c → a");
  });

  it("refuses an id that stands twice or is not snake_case", () => {
    expect(() =>
      registryOf(
        analyzer("a", () => ({})),
        analyzer("a", () => ({})),
      ),
    ).toThrow("stands twice");
    expect(() => registryOf(analyzer("A-b", () => ({})))).toThrow("snake_case");
  });

  it("gives a plugin another fingerprint when one it depends on changes", () => {
    const registry = registryOf(
      analyzer("a", () => ({}), { requires: ["b"] }),
      analyzer("b", () => ({})),
    );
    expect(registry.get("a").fingerprint).toBe("hash-of-a.hash-of-b");
  });
});

describe("the order of dependencies", () => {
  it("puts everything a plugin needs before it, once, for any graph without cycles", () => {
    const graphs = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.tuple(
          ...Array.from({ length: size }, (_, i) =>
            fc.uniqueArray(fc.nat({ max: Math.max(0, i - 1) }), { maxLength: i }),
          ),
        ),
      );
    fc.assert(
      fc.property(graphs, (needs) => {
        const plugins = needs.map((of, i) => analyzer(`p${i}`, () => ({}), { requires: of.map((j) => `p${j}`) }));
        const orders = resolveDependencies(plugins);
        for (const [i, of] of needs.entries()) {
          const order = orders.get(`p${i}`) ?? [];
          expect(new Set(order).size).toBe(order.length);
          expect(order).toEqual(expect.arrayContaining(of.map((j) => `p${j}`)));
          for (const [at, id] of order.entries()) {
            for (const need of orders.get(id) ?? []) expect(order.indexOf(need)).toBeLessThan(at);
          }
        }
      }),
    );
  });
});
