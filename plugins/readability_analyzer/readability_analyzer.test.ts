import { describe, expect, it } from "vitest";
import { expectLinearPlugin, hostileUnits, runPlugin } from "../../test/support/plugins.ts";
import plugin from "./index.ts";
import { levelOf } from "./level.ts";
import { measure, merge } from "./measure.ts";

describe("readability_analyzer", () => {
  it("measures sentences, words and paragraphs", async () => {
    expect(await runPlugin(plugin, "O sol nasceu. Custa 3.5 reais!\n\nVamos?")).toEqual({
      readability_score: 77.8,
      readability_level: "Fácil",
      sentence_count: 3,
      word_count: 8,
      paragraph_count: 2,
      avg_words_per_sentence: 2.7,
      avg_sentences_per_paragraph: 1.5,
      longest_sentence: 4,
      shortest_sentence: 1,
      avg_word_length: 3.4,
      sentence_lengths: [3, 4, 1],
    });
  });

  it("leaves the details out where they are not asked for", async () => {
    const result = await runPlugin(plugin, "Um dois.", { detail_level: "basic", language: "english" });
    expect(result).not.toHaveProperty("sentence_lengths");
    expect(result).toMatchObject({ readability_level: "Very Easy" });
  });

  it.each(["", " \n\t", "?!… —"])("refuses a text without words: %j", async (text) => {
    await expect(runPlugin(plugin, text)).rejects.toMatchObject({ code: "input_refused" });
  });

  it.each([
    [80, "Muito Fácil", "Very Easy"],
    [79.9, "Fácil", "Easy"],
    [40, "Moderado", "Moderate"],
    [20, "Difícil", "Difficult"],
    [19.9, "Muito Difícil", "Very Difficult"],
  ])("names a score of %d", (score, portuguese, english) => {
    expect([levelOf(score, "portuguese"), levelOf(score, "english")]).toEqual([portuguese, english]);
  });

  it("of a corpus is that of its texts together", async () => {
    const checkpoint = async () => undefined;
    const [a, b, both] = await Promise.all(
      ["Um dois. Três.", "Quatro cinco seis", "Um dois. Três.\nQuatro cinco seis"].map((text) =>
        measure({ text, checkpoint }),
      ),
    );
    expect(merge(a!, b!)).toEqual(both);
  });
});

describe("readability_analyzer takes time linear in its text", () => {
  it.each(hostileUnits)("%j repeated", async (unit) => {
    await expectLinearPlugin(plugin, unit);
  });
});
