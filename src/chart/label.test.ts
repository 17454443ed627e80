import { describe, expect, it } from "vitest";
import { columnsOf, escapeMarkup, shorten, toLegible } from "./label.ts";

describe("toLegible", () => {
  it("puts the text on one line and replaces what cannot be drawn", () => {
    expect(toLegible(" a\tb\nc\u0000\u202Ed\uD800 ")).toBe("a b c\uFFFD\uFFFDd\uFFFD");
    expect(toLegible(" \n")).toBe("(empty)");
  });
});

describe("shorten", () => {
  it("keeps what fits and ends the rest with an ellipsis within the columns", () => {
    expect(shorten("família", 7)).toBe("família");
    expect(shorten("famílias", 7)).toBe("famíli…");
    expect(shorten("日本語", 6)).toBe("日本語");
    expect(shorten("日本語語", 6)).toBe("日本…");
    expect(columnsOf(shorten("日本語語", 6))).toBeLessThanOrEqual(6);
  });

  it("bounds a stack of combining marks and never splits a pair of surrogates", () => {
    expect(shorten(`a${"\u0301".repeat(100_000)}`, 10).length).toBeLessThan(100);
    expect(shorten("😀😀😀😀", 5)).toBe("😀😀…");
  });
});

describe("escapeMarkup", () => {
  it("escapes the five characters of markup", () => {
    expect(escapeMarkup(`<a b="c" d='e'>&`)).toBe("&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;");
  });
});
