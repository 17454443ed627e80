/**
 * Rounds to `digits` decimals as Python's `round` does: to the nearest decimal of the exact binary value, and half to
 * even where that value lies exactly between two (0.25 → 0.2, 0.75 → 0.8). `toFixed` alone takes exact halves up.
 */
export function roundHalfEven(value: number, digits: number): number {
  // value · 10^digits has the fraction one half exactly when value · 2^(digits + 1) is an odd integer
  const doubled = value * 2 ** (digits + 1);
  if (Number.isInteger(doubled) && doubled % 2 !== 0) {
    const below = Math.floor(value * 10 ** digits);
    return (below % 2 === 0 ? below : below + 1) / 10 ** digits + 0;
  }
  return Number(value.toFixed(digits)) + 0; // + 0: never minus zero
}

/** One decimal, half to even: how every figure of the API that is no count is shown. */
export function round1(value: number): number {
  return roundHalfEven(value, 1);
}
