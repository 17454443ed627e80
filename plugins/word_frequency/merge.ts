import { WordCounter } from "../../src/text/word-counter.ts";
import type { Count, Partial } from "./measure.ts";

/** The counts of two texts as if one followed the other: segments go on, speakers of one name are one. */
export function merge(a: Partial, b: Partial): Partial {
  const merged: Partial = { counts: mergeCounts(a.counts, b.counts) };
  if (a.segments || b.segments) merged.segments = [...(a.segments ?? []), ...(b.segments ?? [])];
  if (a.speakers || b.speakers) {
    const speakers = new Map<string, Count[]>();
    for (const { name, counts } of [...(a.speakers ?? []), ...(b.speakers ?? [])]) {
      speakers.set(name, mergeCounts(speakers.get(name) ?? [], counts));
    }
    merged.speakers = [...speakers].map(([name, counts]) => ({ name, counts }));
  }
  return merged;
}

function mergeCounts(a: Count[], b: Count[]): Count[] {
  const counter = new WordCounter();
  for (const [word, count] of a) counter.add(word, count);
  for (const [word, count] of b) counter.add(word, count);
  return counter.counts();
}
