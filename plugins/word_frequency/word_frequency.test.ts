import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectLinearPlugin, hostileUnits, runPlugin } from "../../test/support/plugins.ts";
import { finish } from "./finish.ts";
import plugin from "./index.ts";
import { measure } from "./measure.ts";
import { merge } from "./merge.ts";
import { parameters } from "./parameters.ts";

const all = { remove_stopwords: false, min_word_length: 1 };

describe("word_frequency", () => {
  it("ranks words, ties in order of first appearance", async () => {
    expect(await runPlugin(plugin, "ponte rio rio lua ponte mar", all)).toMatchObject({
      top_words: [
        ["ponte", 2],
        ["rio", 2],
        ["lua", 1],
        ["mar", 1],
      ],
      word_frequencies: { ponte: 2, rio: 2, lua: 1, mar: 1 },
      hapax_legomena: ["lua", "mar"],
      vocabulary_size: 4,
      total_words: 6,
    });
  });

  it("drops function words, short words and what is not all letters", async () => {
    const text = "O rio e a ponte: 3 pontes, p2 x_y, rio_abaixo não";
    expect(await runPlugin(plugin, text)).toMatchObject({ word_frequencies: { rio: 1, ponte: 1, pontes: 1 } });
    expect(await runPlugin(plugin, text, { min_word_length: 6 })).toMatchObject({ word_frequencies: { pontes: 1 } });
  });

  it("drops function words of any case where case counts", async () => {
    expect(await runPlugin(plugin, "NÃO não Rosa rosa", { case_sensitive: true })).toMatchObject({
      word_frequencies: { Rosa: 1, rosa: 1 },
    });
  });

  it("counts length in code points", async () => {
    expect(await runPlugin(plugin, "𝒜𝒷 𝒜𝒷𝒸", { min_word_length: 3 })).toMatchObject({ vocabulary_size: 1 });
  });

  it("lists no word where none is asked for", async () => {
    for (const max_words of [0, -1]) {
      expect(await runPlugin(plugin, "rio mar", { max_words })).toMatchObject({ top_words: [], vocabulary_size: 2 });
    }
  });

  it.each([
    ["simple", { guarda: 1, chuva: 1, água: 1, não: 1 }],
    ["nltk", { "guarda-chuva": 1, "d'água": 1, não: 1 }],
    ["spacy", { guarda: 1, chuva: 1, "d'água": 1, não: 1 }],
  ])("tokenization %s does what its name says", async (tokenization, word_frequencies) => {
    const config = { tokenization, remove_stopwords: false, min_word_length: 2 };
    const result = await runPlugin(plugin, "Guarda-chuva d'água, não 42!", config);
    expect(result.word_frequencies).toEqual(word_frequencies);
  });

  it("measures paragraphs", async () => {
    const long = "á".repeat(100);
    const { segments } = await runPlugin(plugin, `um rio\numa ponte\n \t\n\n${long}\n`, { ...all, by_segment: true });
    expect(segments).toMatchObject([
      { index: 0, preview: "um rio\numa ponte", total_words: 4 },
      { index: 1, preview: "á".repeat(80), total_words: 1 },
    ]);
    expect(segments).toHaveLength(2);
  });

  it("measures speakers, and has no by_speaker where nobody speaks", async () => {
    const text = "[00:00:01] Ana: rio\nlinha solta\nRui (00:00:02): mar mar\nAna: rio\nhttps://exemplo.org: x";
    const result = await runPlugin(plugin, text, { ...all, by_speaker: true });
    expect(Object.keys(result.by_speaker)).toEqual(["Ana", "Rui"]);
    expect(result.by_speaker).toMatchObject({ Ana: { word_frequencies: { rio: 2 } }, Rui: { total_words: 2 } });
    expect(await runPlugin(plugin, "linha solta", { by_speaker: true })).not.toHaveProperty("by_speaker");
  });

  it("refuses more paragraphs than an answer can hold", async () => {
    await expect(runPlugin(plugin, "a\n\n".repeat(10_001), { by_segment: true })).rejects.toMatchObject({
      code: "input_refused",
    });
  });

  it("of a corpus is the same as of its texts together", async () => {
    const word = fc.constantFrom("rio", "Ponte", "água", "não", "x1");
    const texts = fc.array(
      fc.array(word).map((words) => words.join(" ")),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (corpus) => {
        const config = parameters.parse({});
        const tools = { config, context: {}, resources: {}, secrets: {}, checkpoint: async () => undefined };
        const fetch = async () => new Response();
        const parts = await Promise.all(corpus.map((text) => measure({ ...tools, fetch, text })));
        const merged = parts.reduce((a, b) => merge(a, JSON.parse(JSON.stringify(b))));
        expect(finish(merged, config)).toEqual(
          finish(await measure({ ...tools, fetch, text: corpus.join("\n") }), config),
        );
      }),
    );
  });
});

describe("word_frequency takes time linear in its text", () => {
  it.each(hostileUnits)("%j repeated", async (unit) => {
    await expectLinearPlugin(plugin, unit);
    await expectLinearPlugin(plugin, unit, { by_segment: true, by_speaker: true, tokenization: "nltk" });
  });

  it("linguistic tokens too", async () => {
    await expectLinearPlugin(plugin, "a palavra d'água. ", { tokenization: "spacy" });
  });
});
