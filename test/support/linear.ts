import { expect } from "vitest";

const floorMs = 100;
const maxRounds = 10;

/**
 * Asserts that the time of some work grows no faster than its size: twice the size takes at most three times as long.
 * Short times are noise, so a floor stands under both; a busy machine only adds time, so the best of some rounds counts,
 * and what is quadratic stays at four times in every one of them.
 */
export async function expectLinear(name: string, size: number, work: (size: number) => unknown): Promise<void> {
  let half = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let round = 0; round < maxRounds && !(whole < 3 * Math.max(half, floorMs)); round++) {
    half = Math.min(half, await time(() => work(size / 2)));
    whole = Math.min(whole, await time(() => work(size)));
  }
  expect(whole, `${name}: ${half.toFixed(0)} ms, then ${whole.toFixed(0)} ms`).toBeLessThan(
    3 * Math.max(half, floorMs),
  );
}

async function time(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
