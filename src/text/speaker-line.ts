import { splitWords, trim } from "./space.ts";
import { isPage } from "./speaker-lookalikes.ts";
import { hasLowerWord, isName, letterOrDigit, maxNameLength, skipMarks, trimMarks } from "./speaker-name.ts";

/** One line of speech: who, what, and when as it was written. */
export interface SpeakerLine {
  speaker: string;
  text: string;
  timestamp?: string;
}

/** A name and a time above what was said. */
export interface SpeakerHeader {
  speaker: string;
  timestamp: string;
  /** Set where the line is a header only if text follows at once: it is text itself otherwise. */
  doubtful?: string;
}

/**
 * Reads the three forms of a line of speech: `[H:MM:SS] Name: text` (brackets optional), `Name (H:MM:SS): text` and
 * `Name: text`. Any other line, such as a URL, a `Note: …` or a sentence with a colon in it, is undefined.
 */
export function readSpeakerLine(line: string): SpeakerLine | undefined {
  const label = readLabel(trim(line));
  return label?.text ? label : undefined;
}

/** Splits a row at the colon after its speaker. The text may be empty. */
export function readLabel(row: string): SpeakerLine | undefined {
  const stamp = readStamp(row);
  const rest = stamp ? stamp.rest : row;
  const colon = findSeparator(rest);
  if (colon === -1) return undefined;
  const text = trim(rest.slice(colon + 1));
  // https://…, and C:\… as well
  if (text.startsWith("//") || text.startsWith("\\")) return undefined;

  const label = trim(rest.slice(0, colon));
  const end = readTimeAtEnd(label);
  const inBrackets = end?.isBracketed ? end : undefined;
  const written = trimMarks(inBrackets ? inBrackets.name : label);
  const speaker = stamp ? (chatSender.exec(written)?.[1] ?? written) : written;
  const isCertain = stamp ? stamp.isCertain : inBrackets?.hasSeconds;
  if (isCertain ? !isSaid(speaker) : !isName(speaker)) return undefined;
  const timestamp = stamp?.timestamp ?? inBrackets?.timestamp;
  return timestamp === undefined ? { speaker, text } : { speaker, text, timestamp };
}

/** After a time of speech any label is a speaker, a mailbox as well, but not a page. */
function isSaid(label: string): boolean {
  return letterOrDigit.test(label) && !splitWords(label).some(isPage);
}

/** Reads a line that is a name and a time, with nothing said: what was said follows below. */
export function readHeader(row: string): SpeakerHeader | undefined {
  if (row.length > maxNameLength + 20) return undefined;
  const stamp = readStamp(row);
  const end = stamp ? undefined : readTimeAtEnd(row);
  if (stamp) {
    const speaker = trimMarks(stamp.rest);
    if (!isName(speaker)) return undefined;
    const header = { speaker, timestamp: stamp.timestamp };
    if (!stamp.isCertain) return { ...header, doubtful: row };
    // `[10:00:00] Concordo plenamente` is no more than two words
    return hasLowerWord(speaker) ? { ...header, doubtful: stamp.rest } : header;
  }
  if (!end) return undefined;
  // Zoom saves `[Ana Lima] 10:02:11`
  const speaker = nameInBrackets.exec(end.name)?.[1] ?? end.name;
  if (!isName(speaker)) return undefined;
  const header = { speaker, timestamp: end.timestamp };
  return end.isBracketed || end.hasSeconds || end.isSetApart ? header : { ...header, doubtful: row };
}

/** Reads the time a row starts with. It is certain to be a time of speech in brackets, or with seconds. */
export function readStamp(row: string): { timestamp: string; rest: string; isCertain: boolean } | undefined {
  const match = stampAtStart.exec(row);
  if (!match) return undefined;
  const [whole, opening, timestamp = "", closing] = match;
  const isCertain = opening !== "" || closing !== undefined || hasSeconds(timestamp);
  return { timestamp, rest: skipMarks(row.slice(whole.length)), isCertain };
}

/** Reads a line that is nothing but a time. */
export function readTimeAlone(row: string): string | undefined {
  return timeAlone.exec(row)?.[1];
}

/** The first colon that is not part of a clock time, if near enough to end a label. */
function findSeparator(row: string): number {
  for (let at = row.indexOf(":"); at !== -1 && at <= maxNameLength; at = row.indexOf(":", at + 1)) {
    const isClock = hourBefore.test(row.slice(Math.max(0, at - 3), at)) && minutesAfter.test(row.slice(at + 1, at + 4));
    if (!isClock) return at;
  }
  return -1;
}

/** Reads the time a label ends with: `Ana (10:00)`, `Ana  10:00`, `Ana | 10:00`. */
function readTimeAtEnd(label: string) {
  if (label.length > maxNameLength + 20) return undefined;
  const tailStart = Math.max(0, label.length - 20);
  const match = timeAtEnd.exec(label.slice(tailStart));
  if (!match) return undefined;
  const [, opening, timestamp = "", closing] = match;
  const before = label.slice(0, tailStart + match.index);
  const name = trimMarks(before);
  const gap = before.slice(before.indexOf(name) + name.length);
  const isBracketed = opening !== "" && closing !== "";
  if (!isBracketed && gap === "") return undefined;
  return { name, timestamp, isBracketed, hasSeconds: hasSeconds(timestamp), isSetApart: setApart.test(gap) };
}

function hasSeconds(timestamp: string): boolean {
  return timestamp.indexOf(":") !== timestamp.lastIndexOf(":");
}

// Every pattern is anchored at one end or bounded in length: each is linear in what it is given.
const stampAtStart =
  /^([[(]?)(?:(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4})[T,]?\s{0,3})?(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm](?!\p{L}))?)(?:[.,]\d{1,3})?(?:([\])])|(?=\s|$))/u;
const timeAlone = /^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)$/;
const timeAtEnd = /([[(]?)(?<![\d:])(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)([\])]?)$/;
// Zoom's chat: `10:02:11 From Ana Lima to Everyone: …`
const chatSender = /^(?:From|De)\s+(\S.{0,80}?)\s+(?:to|para)\s+\S/iu;
const nameInBrackets = /^\[([^[\]]+)\]$/;
const setApart = /\s\s|\t|[|–—-]/;
const hourBefore = /(?:^|[^\p{L}\p{N}])\d{1,2}$/u;
const minutesAfter = /^\d{2}(?!\d)/;
