import { z } from "zod";
import { shorten, toLegible } from "../../src/chart/label.ts";
import { InputError } from "../../src/engine/contract.ts";

export interface WordCount {
  /** Legible: on one line, drawable. */
  readonly word: string;
  readonly count: number;
  /** Part of all the counts given, 0…1. */
  readonly share: number;
}

export interface Ranking {
  /** Most frequent first, ties in the given order. */
  readonly top: readonly WordCount[];
  /** How many words were given. */
  readonly total: number;
}

const count = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** Not `z.record`, which drops the key `__proto__`: to us it is a word. */
const frequencies = z.preprocess(toPairs, z.array(z.tuple([z.string(), count])));

/**
 * The most frequent words of `word_frequencies`: an object of counts by word, or an array of `[word, count]` pairs.
 *
 * @throws InputError when it is anything else, or a count is not a finite number of zero or more.
 */
export function rank(value: unknown, maxItems: number): Ranking {
  const parsed = frequencies.safeParse(value);
  if (!parsed.success) throw new InputError(explain(value, parsed.error.issues[0]?.path ?? []));
  const pairs = parsed.data;
  const sum = pairs.reduce((total, [, count]) => total + count, 0);
  const top = pairs
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, maxItems)
    .map(([word, count]) => ({ word: toLegible(word), count, share: sum === 0 ? 0 : count / sum }));
  return { top, total: pairs.length };
}

function toPairs(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : value;
}

function explain(value: unknown, path: readonly PropertyKey[]): string {
  const pairs = toPairs(value);
  const pair: unknown = Array.isArray(pairs) ? pairs[Number(path[0])] : undefined;
  if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== "string") {
    return "word_frequencies must be an object of counts by word, or an array of [word, count] pairs";
  }
  const word = shorten(toLegible(pair[0]), 40);
  return `word_frequencies: the count of "${word}" must be a finite number from 0 to ${Number.MAX_SAFE_INTEGER}`;
}
