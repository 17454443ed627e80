import { round1 } from "../../src/text/round.ts";
import type { Turn } from "./turns.ts";

export interface SpeakerSummary {
  name: string;
  utterance_count: number;
  word_count: number;
  avg_utterance_length: number;
  /** Line index in the original text. */
  first_appearance: number;
  timestamps: string[];
}

/** How often and how much each spoke, in order of first appearance. */
export function summariseSpeakers(turns: readonly Turn[]): SpeakerSummary[] {
  // a Map, for a speaker may be called `__proto__`
  const summaries = new Map<string, SpeakerSummary>();
  for (const { speaker, words, line, timestamp } of turns) {
    const summary = summaries.get(speaker) ?? openSummary(speaker, line);
    summaries.set(speaker, summary);
    summary.utterance_count += 1;
    summary.word_count += words;
    if (timestamp !== undefined) summary.timestamps.push(timestamp);
  }
  for (const summary of summaries.values()) {
    summary.avg_utterance_length = round1(summary.word_count / summary.utterance_count);
  }
  return [...summaries.values()];
}

function openSummary(name: string, line: number): SpeakerSummary {
  return {
    name,
    utterance_count: 0,
    word_count: 0,
    avg_utterance_length: 0,
    first_appearance: line,
    timestamps: [],
  };
}
