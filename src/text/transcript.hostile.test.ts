import { describe, it } from "vitest";
import { expectLinear } from "../../test/support/linear.ts";
import { readTranscript } from "./transcript.ts";

describe("hostile texts", () => {
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
    ["Ana\n10:30\n"],
    ["0:0:1 --> 0:0:2\nAna\n"],
    ["a.com"],
    ["Mar 1 "],
    ["2025-03-14 10:02:11 From A to B:\n"],
  ])("takes time linear in a text of %j", async (unit) => {
    for (const opening of ["", "[10:00:00] ", "00:01.000 --> 00:02.000\n<v "]) {
      await expectLinear(JSON.stringify(opening + unit), 400_000, (length) =>
        readTranscript(`${opening}${unit.repeat(length / unit.length)}>`),
      );
    }
  });
});
