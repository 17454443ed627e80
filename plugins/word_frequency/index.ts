import { defineAnalyzer } from "../../src/engine/contract.ts";
import { finish } from "./finish.ts";
import { measure } from "./measure.ts";
import { merge } from "./merge.ts";
import { parameters } from "./parameters.ts";

export default defineAnalyzer({
  id: "word_frequency",
  name: "Word Frequency Analyzer",
  version: "1.0.0",
  description: "Counts words, with the function words of the language left out",
  provides: ["word_frequencies", "vocabulary_size", "top_words", "hapax_legomena"],
  parameters,
  measure,
  merge,
  finish,
});
