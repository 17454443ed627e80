import { InputError, type TextInput } from "../../src/engine/contract.ts";
import { firstCodePoints } from "../../src/text/code-points.ts";
import { forEachLine, isBlank, trimRange } from "../../src/text/space.ts";
import { readSpeakerLine } from "../../src/text/speaker-line.ts";
import { stopwords } from "../../src/text/stopwords.ts";
import { WordCounter } from "../../src/text/word-counter.ts";
import type { Config } from "./parameters.ts";
import { countLine } from "./tokenize.ts";

/** A word and how often it stands there. */
export type Count = [word: string, count: number];

/** All counts of a text or a corpus, in order of first appearance: neither cut nor ranked. */
export interface Partial {
  counts: Count[];
  segments?: { preview: string; counts: Count[] }[];
  speakers?: { name: string; counts: Count[] }[];
}

/** More parts than this are no interview, and their answer would be many times the text. */
const maxParts = 10_000;
const charactersBetweenCheckpoints = 1_000_000;

export async function measure({ text, config, checkpoint }: TextInput<Config>): Promise<Partial> {
  const keep = keeper(config);
  const whole = new WordCounter();
  let pause = charactersBetweenCheckpoints;
  for (const [start, end] of pieces(text)) {
    countLine(text, start, end, config, whole);
    if (end >= pause) {
      await checkpoint(end / text.length);
      pause = end + charactersBetweenCheckpoints;
    }
  }
  const partial: Partial = { counts: whole.counts(keep) };
  if (config.by_segment) partial.segments = measureSegments(text, config, keep);
  if (config.by_speaker) partial.speakers = measureSpeakers(text, config, keep);
  return partial;
}

/** Whether a counted word stays: all but function words, whatever their case. */
function keeper(config: Config): (word: string) => boolean {
  if (!config.remove_stopwords) return () => true;
  const dropped = stopwords(config.language);
  return (word) => !dropped.has(config.case_sensitive ? word.toLowerCase() : word);
}

/** Runs of whole lines of some size, so that the deadline is looked at in time and linguistic rules see whole words. */
function* pieces(text: string): Generator<[start: number, end: number]> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", Math.min(start + 16_384, text.length));
    const end = newline < 0 ? text.length : newline + 1;
    yield [start, end];
    start = end;
  }
}

function measureSegments(text: string, config: Config, keep: (word: string) => boolean) {
  const segments: { preview: string; counts: Count[] }[] = [];
  let start = -1;
  let last = 0;
  const close = () => {
    if (start < 0) return;
    if (segments.length === maxParts) throw tooMany("paragraphs");
    const counter = new WordCounter();
    countLine(text, start, last, config, counter);
    const preview = firstCodePoints(trimRange(text, start, last), 80);
    segments.push({ preview, counts: counter.counts(keep) });
    start = -1;
  };
  forEachLine(text, (from, to) => {
    if (isBlank(text, from, to)) close();
    else {
      if (start < 0) start = from;
      last = to;
    }
  });
  close();
  return segments;
}

function measureSpeakers(text: string, config: Config, keep: (word: string) => boolean) {
  const counters = new Map<string, WordCounter>();
  forEachLine(text, (from, to) => {
    const line = readSpeakerLine(text.slice(from, to));
    if (!line) return;
    let counter = counters.get(line.speaker);
    if (!counter) {
      if (counters.size === maxParts) throw tooMany("speakers");
      counter = new WordCounter();
      counters.set(line.speaker, counter);
    }
    countLine(line.text, 0, line.text.length, config, counter);
  });
  return [...counters].map(([name, counter]) => ({ name, counts: counter.counts(keep) }));
}

function tooMany(parts: string): InputError {
  return new InputError(`the text has more than ${maxParts} ${parts}: measure it in parts`);
}
