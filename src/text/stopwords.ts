import { english } from "./stopwords/english.ts";
import { portuguese } from "./stopwords/portuguese.ts";
import { spanish } from "./stopwords/spanish.ts";

export const languages = ["portuguese", "english", "spanish"] as const;
export type Language = (typeof languages)[number];

const lists: Record<Language, string> = { portuguese, english, spanish };
const sets = new Map<Language, ReadonlySet<string>>();

/**
 * The function words of a language, lower case, as NLTK lists them: articles, prepositions, pronouns, auxiliaries.
 * They hold the negations (não, nem, sem, not, no, ni, sin): never drop them before measuring sentiment.
 */
export function stopwords(language: Language): ReadonlySet<string> {
  let set = sets.get(language);
  if (!set) {
    set = new Set(lists[language].trim().split(/\s+/));
    sets.set(language, set);
  }
  return set;
}
