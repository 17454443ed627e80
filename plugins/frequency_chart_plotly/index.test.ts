import { describe, expect, it } from "vitest";
import { colorSchemes } from "../../src/chart/ramps.ts";
import { InputError } from "../../src/engine/contract.ts";
import { expectLinear } from "../../test/support/linear.ts";
import plugin from "./index.ts";

const frequencies = { gente: 40, casa: 25, trabalho: 25, tempo: 10 };
const chartTypes = ["bar", "horizontal_bar", "line", "area"];
const hostile = [
  "<script>alert(1)</script>",
  `"&'><b onload="x">`,
  "]]><!--",
  "nul\u0000bell\u0007ffff\uFFFF",
  "lone\uD800surrogate\uDC00",
  "\u202Edesrever",
  "__proto__",
  "constructor",
  "toString",
  "\uE0000\uE001",
  "$& $1 $`",
  "",
];

async function render(words: unknown, format: "html" | "svg" = "svg", config: object = {}): Promise<string> {
  const drawn = await plugin.render({
    data: { word_frequencies: words },
    config: plugin.parameters.parse(config),
    format,
    context: {},
    checkpoint: async () => undefined,
    resources: { echarts: () => import("./echarts.ts") },
    fetch: () => Promise.reject(new Error("a chart makes no request")),
    secrets: {},
  });
  if (typeof drawn !== "string") throw new Error("expected text");
  return drawn;
}

/** The names of the marks, as a reader gets them: `word: count (share)`. */
function markNames(svg: string): string[] {
  return [...svg.matchAll(/data-index="\d+"[^>]*><title>([^<]*)</g)].map(([, name]) => unescapeMarkup(name!));
}

function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => unescapeMarkup(text!));
}

function unescapeMarkup(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** Throws unless the text is one well-formed XML element, as far as this drawing's grammar goes. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  let rest = xml;
  while (rest !== "") {
    const match =
      /^(?:<\/(?<end>\w+)>|<(?<start>\w+)(?: [\w-]+="[^"<&]*(?:&#\d+;[^"<&]*)*")* ?(?<empty>\/?)>|(?<text>(?:[^<&]|&#\d+;)+))/.exec(
        rest,
      );
    if (!match?.groups) throw new Error(`not well-formed at: ${rest.slice(0, 80)}`);
    const { end, start, empty, text } = match.groups;
    if (end !== undefined) expect(open.pop()).toBe(end);
    if (start !== undefined && empty !== "/") open.push(start);
    if (text !== undefined && text.trim() !== "") expect(open).not.toEqual([]);
    rest = rest.slice(match[0].length);
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  expect(xml.isWellFormed()).toBe(true);
}

describe("the drawing", () => {
  it.each(chartTypes)("draws a mark for each word as %s", async (chart_type) => {
    const svg = await render(frequencies, "svg", { chart_type });
    expectWellFormed(svg);
    expect(markNames(svg)).toEqual(["gente: 40 (40%)", "casa: 25 (25%)", "trabalho: 25 (25%)", "tempo: 10 (10%)"]);
    expect(texts(svg)).toEqual(
      expect.arrayContaining(["Word Frequency", "4 words", "gente", "casa", "trabalho", "tempo"]),
    );
  });

  it.each(colorSchemes)("colours the most and the least differently in %s", async (color_scheme) => {
    const svg = await render({ a: 9, b: 1 }, "svg", { color_scheme });
    expectWellFormed(svg);
    const fills = [...svg.matchAll(/fill="(#\w{6})" data-index/g)].map(([, fill]) => fill!);
    expect(new Set(fills).size).toBe(2);
    for (const fill of fills) expect(svg).toContain(`[fill="${fill}"]{fill:#`);
  });

  it.each(chartTypes)("is the same at every draw as %s, whatever was drawn before", async (chart_type) => {
    const first = await render(frequencies, "svg", { chart_type });
    await render({ other: 3, words: 2 }, "svg", { chart_type: "area" });
    expect(await render(frequencies, "svg", { chart_type })).toBe(first);
    expect(first).not.toMatch(/zr\d|ecmeta|clip-path|\bid=/);
  });

  it("names and describes itself to assistive technology", async () => {
    const svg = await render(frequencies, "svg", { title: "Entrevistas & <notas>" });
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Entrevistas &#38; &#60;notas&#62;"/);
    expect(svg).toContain("<title>Entrevistas &#38; &#60;notas&#62;</title>");
    expect(svg).toContain(
      "<desc>Bar chart of word counts, most frequent first. 4 words: gente 40, casa 25, trabalho 25, tempo 10.</desc>",
    );
  });

  it("refers to nothing outside itself and holds no script", async () => {
    const svg = await render(Object.fromEntries(hostile.map((word) => [word, 1])));
    expect(svg.replace(' xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|url\(|<script|<image|@import/i,
    );
  });

  it("draws every word, however many and long they are", async () => {
    const words = Array.from({ length: 100 }, (_, index) => [`constitucionalíssimamente${index}`, 100 - index]);
    const svg = await render(words, "svg", { max_items: 100 });
    expect(markNames(svg)).toHaveLength(100);
    expect(texts(svg).filter((text) => text === "constitucionalíssimamen…")).toHaveLength(100);
  });
});

describe("the words", () => {
  it("are the most frequent, ties in the given order, no more than max_items", async () => {
    const words = { um: 1, dois: 7, três: 3, quatro: 7, cinco: 3, seis: 3, sete: 9 };
    const svg = await render(words, "svg", { max_items: 5 });
    expect(markNames(svg).map((name) => name.split(":")[0])).toEqual(["sete", "dois", "quatro", "três", "cinco"]);
    expect(texts(svg)).toContain("5 most frequent of 7 words");
    expect(markNames(svg)[0]).toBe("sete: 9 (27.3%)");
  });

  it("may come as pairs", async () => {
    expect(await render(Object.entries(frequencies))).toBe(await render(frequencies));
  });

  it.each(chartTypes)("are drawn as text when hostile, as %s", async (chart_type) => {
    const pairs = hostile.map((word, index) => [word, 100 - index]);
    const svg = await render(pairs, "svg", { chart_type });
    expectWellFormed(svg);
    expect(markNames(svg).map((name) => name.slice(0, name.lastIndexOf(":")))).toEqual([
      "<script>alert(1)</script>",
      `"&'><b onload="x">`,
      "]]><!--",
      "nul\uFFFDbell\uFFFDffff\uFFFD",
      "lone\uFFFDsurrogate\uFFFD",
      "\uFFFDdesrever",
      "__proto__",
      "constructor",
      "toString",
      "\uE0000\uE001",
      "$& $1 $`",
      "(empty)",
    ]);
  });

  it("include __proto__ as a key, and leave Object.prototype alone", async () => {
    const svg = await render(JSON.parse('{"__proto__": 3, "constructor": 2}'));
    expect(markNames(svg)).toEqual(["__proto__: 3 (60%)", "constructor: 2 (40%)"]);
    const inherited: string[] = [];
    for (const key in {}) inherited.push(key);
    expect(inherited).toEqual([]);
    expect(Object.hasOwn(Object, "prev")).toBe(false);
  });

  it("are cut in the drawing and whole in the name of their mark", async () => {
    const word = "a".repeat(5000);
    const svg = await render({ [word]: 2, b: 1 });
    expect(texts(svg)).toContain(`${"a".repeat(23)}…`);
    expect(markNames(svg)[0]).toBe(`${word}: 2 (66.7%)`);
  });

  it.each([
    ["all zero", { a: 0, b: 0 }, ["a: 0 (0%)", "b: 0 (0%)"]],
    ["far apart", { a: Number.MAX_SAFE_INTEGER, b: 1 }, ["a: 9,007,199,254,740,991 (100%)", "b: 1 (<0.1%)"]],
    ["vanishing", { a: 5e-324, b: 1e-300 }, ["b: 1.0e-300 (100%)", "a: 4.9e-324 (<0.1%)"]],
    ["fractions", { a: 0.75, b: 0.25 }, ["a: 0.75 (75%)", "b: 0.25 (25%)"]],
  ])("may have counts that are %s", async (_, words, names) => {
    for (const chart_type of chartTypes) {
      const svg = await render(words, "svg", { chart_type });
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(markNames(svg)).toEqual(names);
    }
  });

  it("may be none: the chart says so", async () => {
    for (const format of ["svg", "html"] as const) {
      const drawn = await render({}, format);
      expect(drawn).toContain(">No words to show</text>");
    }
    expectWellFormed(await render([]));
  });

  it("are ranked in time linear in their number", async () => {
    const count = (length: number) => Object.fromEntries(Array.from({ length }, (_, i) => [`w${i}`, i % 997]));
    await expectLinear("100,000 words", 100_000, (length) => render(count(length), "svg", { max_items: 100 }));
    const svg = await render(count(100_000), "svg", { max_items: 100 });
    expect(texts(svg)).toContain("100 most frequent of 100,000 words");
  });
});

describe("the input", () => {
  const shape = "word_frequencies must be an object of counts by word, or an array of [word, count] pairs";
  const range = (word: string) =>
    `word_frequencies: the count of "${word}" must be a finite number from 0 to 9007199254740991`;

  it.each([
    ["nothing", undefined, shape],
    ["null", null, shape],
    ["a string", "gente", shape],
    ["a number", 3, shape],
    ["an array of words", ["gente"], shape],
    ["a pair too long", [["a", 1, 2]], shape],
    ["a pair without a word", [[1, 1]], shape],
    ["a nested object", { ana: { gente: 2 } }, range("ana")],
    ["a negative count", { gente: 1, casa: -1 }, range("casa")],
    ["an infinite count", { gente: Number.POSITIVE_INFINITY }, range("gente")],
    ["a count that is not a number", { gente: Number.NaN }, range("gente")],
    ["a count as text", { gente: "3" }, range("gente")],
    ["a long word", { ["a".repeat(500)]: -1 }, range(`${"a".repeat(39)}…`)],
  ])("is refused when it is %s", async (_, words, message) => {
    await expect(render(words)).rejects.toThrow(new InputError(message));
  });

  it("has a title of at most 200 characters", () => {
    expect(plugin.parameters.safeParse({ title: "a".repeat(200) }).success).toBe(true);
    expect(plugin.parameters.safeParse({ title: "a".repeat(201) }).success).toBe(false);
  });
});

describe("the page", () => {
  it("holds the drawing, a script allowed by its own policy, and the data as a table", async () => {
    const html = await render(frequencies, "html");
    const svg = html.slice(html.indexOf("<svg"), html.indexOf("</svg>") + 6);
    expectWellFormed(svg);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("<title>Word Frequency</title>");
    expect(html).toContain(
      "<td><bdi>1</bdi></td><td><bdi>gente</bdi></td><td><bdi>40</bdi></td><td><bdi>40%</bdi></td>",
    );
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)![1]!;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`);
  });

  it("takes the caller's texts for nothing but text, and asks no one for anything", async () => {
    const words = Object.fromEntries(hostile.map((word, index) => [word, index + 1]));
    const html = await render(words, "html", { title: `</title><script>alert("x")</script>` });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<h1 dir="auto">&#60;/title&#62;&#60;script&#62;');
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|\bsrc=|href=|@import|url\(/);
  });

  it("is the same at every draw", async () => {
    expect(await render(frequencies, "html")).toBe(await render(frequencies, "html"));
  });
});
