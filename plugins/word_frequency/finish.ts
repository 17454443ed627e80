import type { Count, Partial } from "./measure.ts";
import type { Config } from "./parameters.ts";

/** The result the API states, from the counts of a text or of a corpus. */
export function finish(partial: Partial, config: Config) {
  const speakers = partial.speakers ?? [];
  return {
    ...rank(partial.counts, config),
    ...(partial.segments && {
      segments: partial.segments.map(({ preview, counts }, index) => ({ index, preview, ...rank(counts, config) })),
    }),
    ...(speakers.length > 0 && {
      by_speaker: Object.fromEntries(speakers.map(({ name, counts }) => [name, rank(counts, config)])),
    }),
  };
}

function rank(counts: Count[], config: Config) {
  // the sort is stable: ties stay in order of first appearance
  const top = counts.toSorted((a, b) => b[1] - a[1]).slice(0, Math.max(0, config.max_words));
  return {
    word_frequencies: Object.fromEntries(top),
    vocabulary_size: counts.length,
    top_words: top,
    hapax_legomena: counts.filter(([, count]) => count === 1).map(([word]) => word),
    total_words: counts.reduce((total, [, count]) => total + count, 0),
    parameters_used: config,
  };
}
