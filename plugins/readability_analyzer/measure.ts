import { InputError, type Tools } from "../../src/engine/contract.ts";
import { sentences } from "../../src/text/sentences.ts";
import { forEachLine, isBlank } from "../../src/text/space.ts";
import { emptyToken, nextToken } from "../../src/text/tokens.ts";

/** The sums readability is made of, of a text or of a corpus. */
export interface Partial {
  /** Words in each sentence, in order. */
  sentences: number[];
  words: number;
  /** Characters of all words, in code points. */
  letters: number;
  paragraphs: number;
}

const sentencesBetweenCheckpoints = 20_000;

export async function measure({ text, checkpoint }: { text: string } & Pick<Tools, "checkpoint">): Promise<Partial> {
  const partial: Partial = { sentences: [], words: 0, letters: 0, paragraphs: 0 };
  for (const [start, end] of sentences(text)) {
    partial.sentences.push(countWords(text, start, end, partial));
    if (partial.sentences.length % sentencesBetweenCheckpoints === 0) await checkpoint(end / text.length);
  }
  if (partial.words === 0) throw new InputError("the text has no words to measure");
  forEachLine(text, (start, end) => {
    if (!isBlank(text, start, end)) partial.paragraphs++;
  });
  return partial;
}

export function merge(a: Partial, b: Partial): Partial {
  return {
    sentences: [...a.sentences, ...b.sentences],
    words: a.words + b.words,
    letters: a.letters + b.letters,
    paragraphs: a.paragraphs + b.paragraphs,
  };
}

const token = emptyToken();

function countWords(text: string, start: number, end: number, partial: Partial): number {
  let words = 0;
  for (let at = start; nextToken(text, at, end, token); at = token.end) {
    words++;
    partial.letters += token.length;
  }
  partial.words += words;
  return words;
}
