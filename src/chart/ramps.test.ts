import { describe, expect, it } from "vitest";
import { surface } from "./paint.ts";
import { colorSchemes, ramps } from "./ramps.ts";

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(colorSchemes)("%s", (scheme) => {
  it.each(["light", "dark"] as const)("stands out from the %s surface by 3:1, the more the stronger", (theme) => {
    const contrasts = ramps[scheme][theme].map((color) => contrast(color, surface[theme]));
    expect(contrasts).toHaveLength(9);
    expect(contrasts.every((value) => value >= 3)).toBe(true);
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    expect(new Set(ramps[scheme][theme]).size).toBe(9);
  });
});
