import { describe, expect, it } from "vitest";
import { ByteBudget } from "./byte-budget.ts";

function budgetAt(clock = { now: 0 }) {
  return new ByteBudget({
    totalBytes: 100,
    largeBytes: 60,
    largeFrom: 40,
    expiresAfterMs: 60_000,
    now: () => clock.now,
  });
}

describe("admission by bytes", () => {
  it("admits up to the budget and takes back what is released", () => {
    const budget = budgetAt();
    const held = [budget.reserve(39), budget.reserve(39), budget.reserve(22)];
    expect(held.every((reservation) => reservation !== undefined)).toBe(true);
    expect(budget.reserve(1)).toBeUndefined();
    held[0]?.release();
    expect(budget.inFlight).toBe(61);
    expect(budget.reserve(39)).toBeDefined();
  });

  it("keeps room for small bodies beside large ones", () => {
    const budget = budgetAt();
    expect(budget.reserve(50)).toBeDefined();
    expect(budget.reserve(40)).toBeUndefined();
    expect(budget.reserve(39)).toBeDefined();
  });

  it("admits a body of more than the budget when it comes alone", () => {
    const budget = budgetAt();
    const large = budget.reserve(500);
    expect(large).toBeDefined();
    expect(budget.reserve(1)).toBeUndefined();
    large?.release();
    expect(budget.inFlight).toBe(0);
  });

  it("lets a body of unknown length grow while there is room", () => {
    const budget = budgetAt();
    const growing = budget.reserve(0);
    expect(growing?.growTo(39)).toBe(true);
    expect(growing?.growTo(10)).toBe(true);
    expect(budget.reserve(39)).toBeDefined();
    expect(growing?.growTo(62)).toBe(false);
    expect(budget.inFlight).toBe(78);
  });

  it("takes back what was never released, after a minute", () => {
    const clock = { now: 0 };
    const budget = budgetAt(clock);
    expect(budget.reserve(100)).toBeDefined();
    clock.now = 59_999;
    expect(budget.reserve(1)).toBeUndefined();
    clock.now = 60_000;
    expect(budget.reserve(1)).toBeDefined();
  });
});
