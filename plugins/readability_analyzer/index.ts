import { z } from "zod";
import { defineAnalyzer } from "../../src/engine/contract.ts";
import { round1 } from "../../src/text/round.ts";
import { levelOf } from "./level.ts";
import { measure, merge, type Partial } from "./measure.ts";

const parameters = z.object({
  language: z.enum(["portuguese", "english"]).default("portuguese").describe("Language of the level's name"),
  detail_level: z
    .enum(["basic", "full"])
    .default("full")
    .describe("full adds the average word length and the length of each sentence"),
});

export default defineAnalyzer({
  id: "readability_analyzer",
  name: "Readability Analyzer",
  version: "1.0.0",
  description: "Measures how easy a text is to read, from the lengths of its sentences and words",
  provides: [
    "readability_score",
    "readability_level",
    "sentence_count",
    "word_count",
    "paragraph_count",
    "avg_words_per_sentence",
    "avg_sentences_per_paragraph",
    "longest_sentence",
    "shortest_sentence",
  ],
  parameters,
  measure,
  merge,
  finish(partial: Partial, config) {
    const { sentences, words, letters, paragraphs } = partial;
    const wordsPerSentence = sentences.length > 0 ? words / sentences.length : 0;
    const lettersPerWord = words > 0 ? letters / words : 0;
    const score = round1(Math.max(0, Math.min(100, 100 - wordsPerSentence * 2 - lettersPerWord * 5)));
    return {
      readability_score: score,
      readability_level: levelOf(score, config.language),
      sentence_count: sentences.length,
      word_count: words,
      paragraph_count: paragraphs,
      avg_words_per_sentence: round1(wordsPerSentence),
      avg_sentences_per_paragraph: round1(paragraphs > 0 ? sentences.length / paragraphs : 0),
      longest_sentence: sentences.reduce((longest, length) => Math.max(longest, length), 0),
      shortest_sentence: sentences.reduce((shortest, length) => Math.min(shortest, length), sentences[0] ?? 0),
      ...(config.detail_level === "full" && {
        avg_word_length: round1(lettersPerWord),
        sentence_lengths: sentences,
      }),
    };
  },
});
