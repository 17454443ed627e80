import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, firstCodePoints } from "./code-points.ts";
import { normalizeFileText, normalizeText } from "./normalize.ts";
import { round1, roundHalfEven } from "./round.ts";
import { sentences } from "./sentences.ts";
import { countWords, isSpace, splitWords, trim } from "./space.ts";
import { stopwords } from "./stopwords.ts";
import { emptyToken, nextToken } from "./tokens.ts";
import { treebankWords } from "./treebank.ts";
import { utf8Length } from "./utf8.ts";
import { WordCounter } from "./word-counter.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme-ascii" }),
);

function tokens(text: string): string[] {
  const token = emptyToken();
  const found: string[] = [];
  for (let at = 0; nextToken(text, at, text.length, token); at = token.end) {
    found.push(text.slice(token.start, token.end));
  }
  return found;
}

describe("simple tokens", () => {
  it("are runs of letters, digits and underscores of any script", () => {
    expect(tokens("d'água, e-mail_1 Δx=3½ 北京 𝒜𝒷 ten·tação")).toEqual([
      "d",
      "água",
      "e",
      "mail_1",
      "Δx",
      "3½",
      "北京",
      "𝒜𝒷",
      "ten",
      "tação",
    ]);
  });

  it("are what the regular expression finds, in any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokens(text)).toEqual(Array.from(text.matchAll(/[\p{L}\p{N}_]+/gu), ([found]) => found));
      }),
    );
  });

  it("know what they are made of", () => {
    const token = emptyToken();
    const facts = (text: string) => {
      nextToken(text, 0, text.length, token);
      return [token.length, token.isAlphabetic, token.isCased];
    };
    expect(facts("água")).toEqual([4, true, false]);
    expect(facts("Água")).toEqual([4, true, true]);
    expect(facts("𝒜𝒷x")).toEqual([3, true, false]);
    expect(facts("a1")).toEqual([2, false, false]);
  });
});

describe("counting words", () => {
  it("counts as a plain map does, in order of first appearance", () => {
    const words = fc.array(fc.constantFrom("rio", "Rio", "ponte", "água", "constructor", "__proto__", "a"));
    fc.assert(
      fc.property(words, (list) => {
        const counter = new WordCounter();
        const text = list.join(" ");
        const token = emptyToken();
        for (let at = 0; nextToken(text, at, text.length, token); at = token.end) counter.addToken(text, token, true);
        const expected = new Map<string, number>();
        for (const word of list) expected.set(word.toLowerCase(), (expected.get(word.toLowerCase()) ?? 0) + 1);
        expect(counter.counts()).toEqual([...expected]);
      }),
    );
  });
});

describe("treebank words", () => {
  it.each([
    ["guarda-chuva e copo-d'água", ["guarda-chuva", "e", "copo-d'água"]],
    ["He can't, won't and doesn’t.", ["He", "ca", "wo", "and", "does"]],
    ["It's Ruth's; I'd say they've gone", ["It", "Ruth", "I", "say", "they", "gone"]],
    ["I cannot, gonna", ["I", "can", "not", "gon", "na"]],
    ['v2 3rd x_y (ok) "sim" -não-', ["ok", "sim", "não"]],
  ])("%s", (text, words) => {
    expect(treebankWords(text)).toEqual(words);
  });
});

describe("sentences", () => {
  const read = (text: string) => Array.from(sentences(text), ([start, end]) => text.slice(start, end).trim());

  it.each([
    ["Um. Dois! Três?", ["Um", "Dois", "Três"]],
    ["Custa 3.5 reais. Sim", ["Custa 3.5 reais", "Sim"]],
    ['"Já esperou!" Às vezes', ['"Já esperou!" Às vezes']],
    ["O quê?!... Nada", ["O quê", "Nada"]],
    ["... ! ?", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("are those of the regular expression, in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", ".", "!", "?", " ", "\n") }), (text) => {
        const split = text
          .split(/[.!?]+(?:\s|$)/)
          .map((part) => part.trim())
          .filter((part) => part !== "");
        expect(read(text)).toEqual(split);
      }),
    );
  });
});

describe("rounding", () => {
  it.each([
    [0.25, 1, 0.2],
    [0.75, 1, 0.8],
    [0.35, 1, 0.3], // 0.35 is a little less in binary
    [2.5, 0, 2],
    [-0.04, 1, 0],
    [-2.25, 1, -2.2],
    [0.00005, 4, 0.0001], // a little more in binary
    [0.03125, 4, 0.0312],
    [61, 1, 61],
  ])("%d to %d decimals is %d", (value, digits, rounded) => {
    expect(roundHalfEven(value, digits)).toBe(rounded);
  });

  it("is never minus zero", () => {
    expect(Object.is(round1(-0.01), 0)).toBe(true);
  });
});

describe("lengths", () => {
  it("count code points and bytes, in any text", () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 5 }), (text, count) => {
        expect(codePointLength(text)).toBe([...text].length);
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
        expect(firstCodePoints(text, count)).toBe([...text].slice(0, count).join(""));
      }),
    );
  });
});

describe("white space", () => {
  it("is Unicode's and Python's", () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(isSpace);
    const known = [0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
    const ranges = [0x9, 0xa, 0xb, 0xc, 0xd, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i)];
    expect(found).toEqual([...known, ...ranges].sort((a, b) => a - b));
  });

  it("separates words", () => {
    expect(splitWords("\u0085 um\u00a0dois \u001ctrês ")).toEqual(["um", "dois", "três"]);
    expect(trim("\n\ufeff a \u2028")).toBe("\ufeff a");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countWords(text)).toBe(splitWords(text).length);
      }),
    );
  });
});

describe("normal form", () => {
  it("composes accents and mends lone surrogates", () => {
    expect(normalizeText("ac\u0327a\u0303o \ud800")).toBe("ação \ufffd");
  });

  it("gives a file LF", () => {
    expect(normalizeFileText("a\r\nb\rc\n")).toBe("a\nb\nc\n");
  });
});

describe("stopwords", () => {
  it("are NLTK's lists", () => {
    expect([stopwords("portuguese").size, stopwords("english").size, stopwords("spanish").size]).toEqual([
      207, 198, 313,
    ]);
    expect(stopwords("portuguese").has("não")).toBe(true);
    expect(stopwords("english").has("t")).toBe(true);
    expect(stopwords("spanish").has("nosotros")).toBe(true);
  });
});
