/** Plain-text output: aligned tables, medians with a bound, and the list of targets. */

/** Prints rows under their heading: the first column left-aligned, the others right-aligned. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log(`\n${title}`);
  console.log(line(header));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(line(row));
}

/** A figure of at least three significant digits, without needless ones. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The quantile of some values, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export interface Bounded {
  median: number;
  low: number;
  high: number;
}

/** The median with its 95 % interval: the percentile bootstrap, with a fixed seed. */
export function medianWithBounds(values: readonly number[], resamples = 2000): Bounded {
  let state = 7;
  const draw = () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] ?? Number.NaN;
  };
  const medians = Array.from({ length: resamples }, () => median(values.map(draw)));
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

export interface Target {
  name: string;
  target: string;
  measured: string;
  verdict: "pass" | "MISS" | "unclear";
}

/** Whether something is at least so much; where there are bounds, a pass must hold at the lower one. */
export function atLeast(name: string, minimum: number, { median, low, high }: Bounded, unit = ""): Target {
  const verdict = low >= minimum ? "pass" : high < minimum || median < minimum ? "MISS" : "unclear";
  const measured = `${figure(median)}${unit} (${figure(low)} to ${figure(high)})`;
  return { name, target: `≥ ${minimum}${unit}`, measured, verdict };
}

/** Whether the worst of some measurements stays below a maximum. */
export function below(name: string, maximum: number, values: readonly number[], unit: string): Target {
  const worst = Math.max(...values);
  return {
    name,
    target: `< ${maximum}${unit}`,
    measured: `${values.map(figure).join(", ")}${unit}`,
    verdict: worst < maximum ? "pass" : "MISS",
  };
}

export function printTargets(targets: readonly Target[]): void {
  printTable(
    "targets (the verdict is 'unclear' where the median passes and its lower bound does not)",
    ["target", "wanted", "measured", "verdict"],
    targets.map(({ name, target, measured, verdict }) => [name, target, measured, verdict]),
  );
}
