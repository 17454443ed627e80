import { firstCodePoints } from "../../src/text/code-points.ts";
import type { Turn } from "./turns.ts";

export interface Metadata {
  date?: string;
  start_time?: string;
  end_time?: string;
  duration?: string;
  total_speakers: number;
  total_utterances: number;
  total_words: number;
}

/** When the meeting was, as far as the text says, and how much was said in it. */
export function describeMeeting(text: string, turns: readonly Turn[]): Metadata {
  const date = findDate(firstCodePoints(text, 500));
  return {
    ...(date === undefined ? {} : { date }),
    ...describeTime(turns.at(0)?.timestamp, turns.at(-1)?.timestamp),
    total_speakers: new Set(turns.map(({ speaker }) => speaker)).size,
    total_utterances: turns.length,
    total_words: turns.reduce((sum, { words }) => sum + words, 0),
  };
}

/** An ISO date anywhere comes before a Brazilian one. */
function findDate(opening: string): string | undefined {
  for (const form of [/\d{4}-\d{2}-\d{2}/, /\d{2}\/\d{2}\/\d{4}/, /\d{2}-\d{2}-\d{4}/]) {
    const match = form.exec(opening);
    if (match) return match[0];
  }
  return undefined;
}

function describeTime(start: string | undefined, end: string | undefined) {
  if (start === undefined || end === undefined) return {};
  const minutes = Math.floor(secondsBetween(start, end) / 60);
  return { start_time: start, end_time: end, duration: `${Math.floor(minutes / 60)}h ${minutes % 60}min` };
}

const secondsPerDay = 24 * 60 * 60;

/**
 * `0:05` is five seconds into a recording where `14:05` is an afternoon: two-part times are minutes and seconds if one
 * of them starts with zero or is no hour of a day, or if, beside a three-part time, they would run backwards as hours.
 */
function secondsBetween(start: string, end: string): number {
  const isMixed = start.split(":").length !== end.split(":").length;
  const isElapsed = [start, end].some(cannotBeHours) || (isMixed && toSeconds(end, false) < toSeconds(start, false));
  const seconds = toSeconds(end, isElapsed) - toSeconds(start, isElapsed);
  return seconds < 0 ? seconds + secondsPerDay : seconds;
}

function cannotBeHours(time: string): boolean {
  const parts = time.split(":");
  const first = Number(parts[0]);
  return parts.length === 2 && (first === 0 || first > 23);
}

function toSeconds(time: string, isElapsed: boolean): number {
  const [first = 0, second = 0, third] = time.split(":").map((part) => Number.parseInt(part, 10));
  if (third === undefined && isElapsed) return first * 60 + second;
  return toHours(first, time) * 3600 + second * 60 + (third ?? 0);
}

/** 12 PM is noon and 12 AM midnight. */
function toHours(hours: number, time: string): number {
  const half = time.slice(-2).toLowerCase();
  if (half === "pm") return (hours % 12) + 12;
  return half === "am" ? hours % 12 : hours;
}
