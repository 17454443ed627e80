import type { Token } from "./tokens.ts";

const slots = 4096;

/**
 * Counts words in order of first appearance. In front of the map stands a small direct-mapped table from a token's
 * hash to its entry, checked unit by unit: most tokens are words seen before, and for those no string is made.
 */
export class WordCounter {
  readonly #entries = new Map<string, Entry>();
  readonly #recent: (Entry | undefined)[] = new Array(slots);

  /** Counts the token of `text`, lower-cased if `fold`. */
  addToken(text: string, token: Token, fold: boolean): void {
    const folded = fold && token.isCased;
    if (!folded) {
      const recent = this.#recent[token.hash & (slots - 1)];
      if (recent && standsAt(text, token.start, token.end, recent.word)) {
        recent.count++;
        return;
      }
    }
    const word = text.slice(token.start, token.end);
    const entry = this.#count(folded ? word.toLowerCase() : word, 1);
    if (!folded) this.#recent[token.hash & (slots - 1)] = entry;
  }

  add(word: string, count = 1): void {
    this.#count(word, count);
  }

  /** The words that `keep` accepts with their counts, in order of first appearance. */
  counts(keep: (word: string) => boolean = () => true): [word: string, count: number][] {
    const kept: [string, number][] = [];
    for (const { word, count } of this.#entries.values()) if (keep(word)) kept.push([word, count]);
    return kept;
  }

  #count(word: string, count: number): Entry {
    let entry = this.#entries.get(word);
    if (entry) entry.count += count;
    else {
      entry = { word, count };
      this.#entries.set(word, entry);
    }
    return entry;
  }
}

interface Entry {
  word: string;
  count: number;
}

function standsAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
