import { describe, expect, it } from "vitest";
import { readTranscript } from "./transcript.ts";

describe("hostile texts", () => {
  const size = 400_000;
  it.each([
    ["("],
    ["["],
    [":"],
    [" "],
    ["1"],
    ["<"],
    ["&"],
    ["\r"],
    ["\n"],
    ["- "],
    ["1:11 "],
    ["10:00:00:"],
    ["[10:00:00] "],
    ["<v a>"],
    ["(((\n"],
    ["Ana 10:30\n"],
    ["A: b\n"],
    ["joined the meeting "],
  ])("takes twice the time for twice the text of %j", (unit) => {
    for (const opening of ["", "[10:00:00] ", "00:01.000 --> 00:02.000\n<v "]) {
      const text = opening + unit.repeat(size / unit.length);
      readTranscript(text.slice(0, size / 10));
      const half = millisecondsOf(() => readTranscript(text.slice(0, size / 2)));
      const whole = millisecondsOf(() => readTranscript(`${text}>`));
      expect(whole).toBeLessThan(Math.max(3 * half, 1500));
    }
  });

  function millisecondsOf(run: () => unknown): number {
    const start = performance.now();
    run();
    return performance.now() - start;
  }
});
