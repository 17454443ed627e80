import type { Language } from "./stopwords.ts";

const locales: Record<Language, string> = { portuguese: "pt", english: "en", spanish: "es" };
const segmenters = new Map<Language, Intl.Segmenter>();

/**
 * Calls `visit` with each word that the language's rules find: Unicode's word boundaries (UAX 29) as ICU tailors them,
 * through Intl.Segmenter. It keeps apostrophes inside words (d'água), cuts at hyphens, and drops punctuation. The caller
 * gives a line at a time: a segmenter holds all of what it is given.
 */
export function forEachLinguisticWord(text: string, language: Language, visit: (word: string) => void): void {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locales[language], { granularity: "word" });
    segmenters.set(language, segmenter);
  }
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) visit(segment);
}
