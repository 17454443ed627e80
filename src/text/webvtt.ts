import { trim } from "./space.ts";
import { letterOrDigit, maxNameLength, trimMarks } from "./speaker-name.ts";

/** Reads `00:00:01.000 --> …` or `00:01.000 --> …`, and gives the start as HH:MM:SS. */
export function readCueTiming(row: string): string | undefined {
  const match = cueTiming.exec(row);
  if (!match) return undefined;
  const [, hours = "00", minutes = "", seconds = ""] = match;
  // old Teams documents write `0:0:5.120`
  if (match[1] === undefined && (minutes.length < 2 || seconds.length < 2)) return undefined;
  return [hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":");
}

/** What a WebVTT file begins with. */
export const webVttHeader = /^WEBVTT(?:\s|$)/;

/** What blocks that hold no speech begin with. */
export const webVttBlock = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/** A row that begins with a voice. */
export const voiceStart = /^<v[.\s]/;

/** A stretch of a cue's row. Without `voice` it goes on as the stretch before it; "" closes the voice before. */
export interface VoicePart {
  voice?: string;
  text: string;
}

/** Splits a cue's row at its voice tags and drops the other tags. */
export function splitVoices(row: string): VoicePart[] {
  const parts: VoicePart[] = [];
  let part: VoicePart = { text: "" };
  let close = -1;
  let at = 0;
  while (at < row.length) {
    const open = row.indexOf("<", at);
    // looked for again only once passed: a row of nothing but "<" would be read to its end at each of them
    if (open > close) close = row.indexOf(">", open);
    if (open === -1 || close === -1) break;
    part.text += row.slice(at, open);
    const tag = row.slice(open + 1, close);
    const isTag = cueTag.test(tag);
    if (!isTag) part.text += "<";
    at = isTag ? close + 1 : open + 1;
    const voice = isTag ? readVoiceTag(tag) : undefined;
    if (voice === undefined) continue;
    if (part.text !== "") parts.push(part);
    part = { voice, text: "" };
  }
  part.text += row.slice(at);
  parts.push(part);
  for (const each of parts) each.text = trim(decodeEntities(each.text));
  return parts;
}

/** The name in `v Name` or `v.class Name`, "" for `/v`, undefined for other tags. */
function readVoiceTag(tag: string): string | undefined {
  if (tag === "/v") return "";
  if (!voiceTag.test(tag)) return undefined;
  const space = tag.search(/\s/);
  const name = space === -1 ? "" : trimMarks(decodeEntities(tag.slice(space + 1, space + 1 + maxNameLength)));
  return letterOrDigit.test(name) ? name : "";
}

function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(entity, (whole, name: string) => entities[name] ?? whole) : text;
}

// Every pattern is anchored at one end or bounded in length: each is linear in what it is given.
const cueTiming = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,]\d{1,7})?\s{0,9}-->/;
const voiceTag = /^v(?:[.\s]|$)/;
const cueTag = /^(?:\/?[a-z]|\d{2,4}:)/;
const entity = /&(amp|lt|gt|nbsp|quot|apos|#39|lrm|rlm);/g;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  quot: '"',
  apos: "'",
  "#39": "'",
  lrm: "",
  rlm: "",
};
