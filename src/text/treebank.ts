import { splitWords } from "./space.ts";

/**
 * Word tokens in the manner of the Penn Treebank, as NLTK's `word_tokenize` makes them: compounds and clitics joined by
 * hyphens or apostrophes stay whole (guarda-chuva, d'água), English contractions come apart (do + n't, it + 's,
 * can + not), punctuation leaves its word. Only the tokens that are words are returned: no punctuation, numbers or
 * clitic rests such as n't and 's.
 *
 * Source: R. MacIntyre's Treebank tokenizer (1995) and its rules in NLTK's `destructive.py`.
 */
export function treebankWords(text: string): string[] {
  const words: string[] = [];
  for (const chunk of splitWords(text)) {
    for (const [piece] of chunk.matchAll(wordPiece)) {
      const folded = piece.replaceAll("’", "'").toLowerCase();
      const first = contractions.get(folded);
      if (first) words.push(piece.slice(0, first), piece.slice(first).replace(/^['’]/, ""));
      else words.push(withoutClitic(piece, folded));
    }
  }
  return words;
}

// letters, also joined by single hyphens and apostrophes; a digit or underscore at either side makes it no word.
// Every alternative starts at another character class, so that matching is linear
const wordPiece = /(?<![\p{L}\p{N}_])\p{L}+(?:[-'’]\p{L}+)*(?![\p{L}\p{N}_])/gu;

/** Words that Treebank cuts in two though no apostrophe says so, with the length of their first part. */
const contractions = new Map<string, number>([
  ["cannot", 3],
  ["d'ye", 1],
  ["gimme", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["lemme", 3],
  ["wanna", 3],
]);

const clitics = ["n't", "'s", "'m", "'d", "'ll", "'re", "'ve"];

function withoutClitic(piece: string, folded: string): string {
  const clitic = clitics.find((ending) => folded.endsWith(ending) && folded.length > ending.length);
  return clitic ? piece.slice(0, -clitic.length) : piece;
}
