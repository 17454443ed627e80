import { countWords } from "../../src/text/space.ts";
import type { Utterance } from "../../src/text/transcript.ts";
import { normalizeName } from "./names.ts";

/** What one speaker said until another spoke. */
export interface Turn {
  speaker: string;
  text: string;
  timestamp: string | undefined;
  /** Index of its first line in the original text. */
  line: number;
  /** White-space words of the text. */
  words: number;
}

interface Cleaning {
  remove_system_messages: boolean;
  normalize_speakers: boolean;
  merge_consecutive: boolean;
  min_utterance_length: number;
}

/**
 * Drops announcements and short utterances, then normalises names, then merges: in the order of Qualia Core. Captions
 * of the same speaker are joined before the short ones go: a caption ends where its time did, and not the utterance.
 */
export async function cleanTurns(
  utterances: readonly Utterance[],
  config: Cleaning,
  stepSize: number,
  checkpoint: () => Promise<void>,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  let last: Turn | undefined;
  for (const [i, utterance] of utterances.entries()) {
    if (i > 0 && i % stepSize === 0) await checkpoint();
    if (config.remove_system_messages && (utterance.system || isSystemSpeaker(utterance.speaker))) continue;
    const turn = readTurn(utterance, config);
    if (config.merge_consecutive && utterance.isCaption && last?.speaker === turn.speaker) {
      append(last, turn);
    } else {
      if (last) keepTurn(last, turns, config);
      last = turn;
    }
  }
  if (last) keepTurn(last, turns, config);
  return turns;
}

/** `[time] Name: text` */
export function formatTurn({ speaker, text, timestamp }: Turn, config: { remove_timestamps: boolean }): string {
  return timestamp === undefined || config.remove_timestamps
    ? `${speaker}: ${text}`
    : `[${timestamp}] ${speaker}: ${text}`;
}

/** A blank line stands between two turns. */
export function joinLines(lines: readonly string[]): string {
  return lines.join("\n\n");
}

/** Whether the name is that of the software and not of somebody. */
export function isSystemSpeaker(speaker: string): boolean {
  const lower = speaker.toLowerCase();
  return ["teams", "system", "recording", "gravação"].some((name) => lower.includes(name));
}

function readTurn({ speaker, text, timestamp, line }: Utterance, config: Cleaning): Turn {
  const name = config.normalize_speakers ? normalizeName(speaker) : speaker;
  return { speaker: name, text, timestamp, line, words: countWords(text) };
}

function keepTurn(turn: Turn, turns: Turn[], { merge_consecutive, min_utterance_length: fewest }: Cleaning): void {
  if (turn.words < fewest && turn.words + countClocks(turn.text) < fewest) return;
  const previous = turns.at(-1);
  if (merge_consecutive && previous?.speaker === turn.speaker) append(previous, turn);
  else turns.push(turn);
}

function append(turn: Turn, next: Turn): void {
  turn.text += ` ${next.text}`;
  turn.words += next.words;
}

/** Spoken, 10:30 is an hour and a minute: two words, which white space counts as one. */
function countClocks(text: string): number {
  return text.match(/(?<!\d)\d{1,2}:\d{2}(?!\d)/g)?.length ?? 0;
}
