import { codePointLength } from "../../src/text/code-points.ts";
import { forEachLinguisticWord } from "../../src/text/linguistic.ts";
import type { Language } from "../../src/text/stopwords.ts";
import { emptyToken, nextToken } from "../../src/text/tokens.ts";
import { treebankWords } from "../../src/text/treebank.ts";
import type { WordCounter } from "../../src/text/word-counter.ts";

export const tokenizations = ["simple", "nltk", "spacy"] as const;

export interface Tokenizing {
  tokenization: (typeof tokenizations)[number];
  language: Language;
  case_sensitive: boolean;
  min_word_length: number;
}

/** Counts the words of `text.slice(start, end)`, one line or less, that are long enough and nothing but letters. */
export function countLine(text: string, start: number, end: number, options: Tokenizing, counter: WordCounter): void {
  if (options.tokenization === "simple") countSimple(text, start, end, options, counter);
  else {
    const line = text.slice(start, end);
    const words = options.tokenization === "nltk" ? treebankWords(line) : linguisticWords(line, options.language);
    for (const word of words) {
      if (codePointLength(word) >= options.min_word_length) {
        counter.add(options.case_sensitive ? word : word.toLowerCase());
      }
    }
  }
}

const token = emptyToken();

function countSimple(text: string, start: number, end: number, options: Tokenizing, counter: WordCounter): void {
  for (let at = start; nextToken(text, at, end, token); at = token.end) {
    if (token.isAlphabetic && token.length >= options.min_word_length) {
      counter.addToken(text, token, !options.case_sensitive);
    }
  }
}

// apostrophes stay inside: d'água is one word to this tokenizer, and not one that is no word
const lettersOnly = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*$/u;

function linguisticWords(line: string, language: Language): string[] {
  const words: string[] = [];
  forEachLinguisticWord(line, language, (word) => {
    if (lettersOnly.test(word)) words.push(word);
  });
  return words;
}
