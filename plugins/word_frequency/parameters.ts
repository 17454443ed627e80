import { z } from "zod";
import { languages } from "../../src/text/stopwords.ts";
import { tokenizations } from "./tokenize.ts";

export const parameters = z.object({
  min_word_length: z
    .int()
    .default(3)
    .describe("Shortest word that counts, in characters")
    .meta({ textSize: { short_text: 2, long_text: 4 } }),
  max_words: z
    .int()
    .default(100)
    .describe("How many words the result lists at most")
    .meta({ textSize: { short_text: 50, long_text: 200 } }),
  case_sensitive: z.boolean().default(false).describe("Whether Rosa and rosa are two words"),
  remove_stopwords: z.boolean().default(true).describe("Leave out the function words of the language"),
  language: z.enum(languages).default("portuguese").describe("Language of the function words and linguistic tokens"),
  tokenization: z
    .enum(tokenizations)
    .default("simple")
    .describe("simple: runs of letters; nltk: Treebank-style words; spacy: linguistic words"),
  by_segment: z.boolean().default(false).describe("Also measure each paragraph (between blank lines)"),
  by_speaker: z.boolean().default(false).describe("Also measure each speaker of a transcript"),
});

export type Config = z.output<typeof parameters>;
