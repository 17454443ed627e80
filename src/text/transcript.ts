import {
  readHeader,
  readLabel,
  readStamp,
  readTimeAlone,
  type SpeakerHeader,
  type SpeakerLine,
} from "./speaker-line.ts";
import { isProperName } from "./speaker-name.ts";
import { announcesEvent } from "./transcript-events.ts";
import { openingBelow, type Row, rowsOf } from "./transcript-rows.ts";
import { readCueTiming, splitVoices, voiceStart, webVttBlock, webVttHeader } from "./webvtt.ts";

export interface Utterance extends SpeakerLine {
  /** Index of its first line in `text.split("\n")`. */
  line: number;
  /** It announces an event of the meeting (a recording started, someone joined) and is nobody's speech. */
  system: boolean;
  /** It stands in a caption, which is cut by time and not where the speaker ended. */
  isCaption: boolean;
}

/**
 * Reads a whole transcript, in time linear in its length: lines of speech, WebVTT and SRT cues, and names on a line of
 * their own above what they said, mixed as they come. What has no form continues the utterance above it.
 */
export function readTranscript(text: string): Utterance[] {
  const reader = new TranscriptReader();
  for (const row of rowsOf(text)) reader.read(row);
  return reader.finish();
}

/** As `readTranscript`, for texts of any length: awaits `pause` after every `linesAtOnce` lines. */
export async function readLongTranscript(
  text: string,
  linesAtOnce: number,
  pause: () => Promise<void>,
): Promise<Utterance[]> {
  const reader = new TranscriptReader();
  let rows = 0;
  for (const row of rowsOf(text)) {
    if (rows > 0 && rows % linesAtOnce === 0) await pause();
    reader.read(row);
    rows += 1;
  }
  return reader.finish();
}

/** The speaker of announcements that have none. */
const systemSpeaker = "System";

interface Header extends Omit<SpeakerHeader, "timestamp"> {
  timestamp?: string | undefined;
  /** The time that is the next row. */
  timeBelow?: string | undefined;
  line: number;
}

interface Cue {
  timestamp?: string;
  /** Its first row, not yet read, may be a name above the text: old Teams documents. */
  mayOpenWithName?: boolean;
  /** Who is speaking; "" after a closing tag. */
  voice?: string | undefined;
  /** Who spoke last in this cue, and goes on where the next row repeats the name. */
  lastHeard?: string | undefined;
}

/** Takes the lines one by one. `#current` is who goes on speaking in a line of no form. */
class TranscriptReader {
  readonly #utterances: Utterance[] = [];
  #current: Utterance | undefined;
  #header: Header | undefined;
  #cue: Cue | undefined;
  #isWebVtt = false;
  #hasCues = false;
  #inSkippedBlock = false;
  #afterBlank = true;
  #cueIdAbove = false;

  read(at: Row): void {
    const { content: row, line } = at;
    const startsBlock = this.#afterBlank;
    this.#afterBlank = row === "";
    const follows = this.#cueIdAbove;
    this.#cueIdAbove = false;
    const timestamp = readCueTiming(row);
    if (row === "") {
      this.#endBlock();
    } else if (timestamp !== undefined) {
      this.#openCue(timestamp, follows);
    } else if (this.#inSkippedBlock || (startsBlock && this.#startsSkippedBlock(row, line))) {
      this.#inSkippedBlock = true;
    } else if (this.#isCueId(at, startsBlock)) {
      this.#settleHeader();
      this.#cueIdAbove = true;
    } else if (this.#namesSpeaker(at)) {
      this.#holdName(at);
    } else if (this.#header?.timeBelow !== undefined) {
      const { speaker, timeBelow, line: nameLine } = this.#header;
      this.#header = { speaker, timestamp: timeBelow, line: nameLine, doubtful: `${speaker} ${row}` };
    } else if (this.#cue || voiceStart.test(row)) {
      this.#readVoices(row, line);
    } else {
      this.#readPlain(row, line);
    }
  }

  finish(): Utterance[] {
    this.#settleHeader();
    return this.#utterances;
  }

  #endBlock(): void {
    this.#inSkippedBlock = false;
    this.#cue = undefined;
    if (this.#header?.doubtful !== undefined) this.#settleHeader();
  }

  #openCue(timestamp: string, hasId: boolean): void {
    this.#settleHeader();
    this.#inSkippedBlock = false;
    this.#hasCues = true;
    this.#cue = { timestamp, mayOpenWithName: !hasId && !this.#isWebVtt };
  }

  #startsSkippedBlock(row: string, line: number): boolean {
    if (line === 0 && webVttHeader.test(row)) this.#isWebVtt = true;
    else if (!this.#isWebVtt || !webVttBlock.test(row)) return false;
    return true;
  }

  /** Old Teams documents have the name below the times of a cue, and Teams' pages above a time of its own. */
  #namesSpeaker(row: Row): boolean {
    const cue = this.#cue;
    const below = openingBelow(row);
    if (!cue) return readTimeAlone(below) !== undefined && isProperName(row.content);
    const mayBeName = cue.mayOpenWithName === true && below !== "" && readCueTiming(below) === undefined;
    cue.mayOpenWithName = false;
    return mayBeName && isProperName(row.content);
  }

  #holdName(row: Row): void {
    const { content: speaker, line } = row;
    if (this.#cue) this.#holdHeader({ speaker, timestamp: this.#cue.timestamp, line });
    else this.#holdHeader({ speaker, line, timeBelow: readTimeAlone(openingBelow(row)), doubtful: speaker });
  }

  #isCueId(row: Row, startsBlock: boolean): boolean {
    const isNumber = digitsOnly.test(row.content);
    if (!startsBlock && !isNumber) return false;
    return readCueTiming(openingBelow(row)) !== undefined || (startsBlock && isNumber && this.#hasCues);
  }

  #readVoices(row: string, line: number): void {
    const cue: Cue = this.#cue ?? {};
    for (const part of splitVoices(row)) {
      cue.voice = part.voice ?? cue.voice;
      if (part.text === "") continue;
      if (!cue.voice) {
        cue.lastHeard = undefined;
        this.#readPlain(part.text, line, cue.timestamp);
      } else if (cue.voice === cue.lastHeard) {
        this.#continue(part.text);
      } else {
        cue.lastHeard = cue.voice;
        this.#open({ speaker: cue.voice, text: part.text }, cue.timestamp, line, true);
      }
    }
  }

  #readPlain(row: string, line: number, cueTimestamp?: string): void {
    const label = readLabel(row);
    const stamp = readStamp(row);
    const event = stamp ? stamp.rest : row;
    if (label?.text) {
      this.#settleHeader();
      this.#open(label, label.timestamp ?? cueTimestamp, line);
    } else if ((stamp || !this.#header) && announcesEvent(event, this.#cue ? "caption" : "line")) {
      this.#settleHeader();
      this.#push({ speaker: systemSpeaker, text: event }, stamp?.timestamp ?? cueTimestamp, line, true);
    } else {
      const header = label ?? (this.#cue ? undefined : readHeader(row));
      if (header) this.#holdHeader({ ...header, timestamp: header.timestamp ?? cueTimestamp, line });
      else this.#readText(stamp?.isCertain ? stamp.rest : row);
    }
  }

  #holdHeader(header: Header): void {
    this.#settleHeader();
    this.#header = header;
  }

  #readText(text: string): void {
    const header = this.#header;
    this.#header = undefined;
    if (text === "") return;
    if (header) this.#open({ speaker: header.speaker, text }, header.timestamp, header.line);
    else this.#continue(text);
  }

  /** Voices are captions even where they lost their cues. */
  #open(said: SpeakerLine, timestamp: string | undefined, line: number, isCaption?: boolean): void {
    const system = announcesEvent(said.text, "speech");
    const utterance = this.#push(said, timestamp, line, system, isCaption);
    if (!system) this.#current = utterance;
  }

  #push(
    { speaker, text }: SpeakerLine,
    timestamp: string | undefined,
    line: number,
    system: boolean,
    isCaption = this.#cue !== undefined,
  ): Utterance {
    const utterance: Utterance = { speaker, text, line, system, isCaption };
    if (timestamp !== undefined) utterance.timestamp = timestamp;
    this.#utterances.push(utterance);
    return utterance;
  }

  #continue(text: string): void {
    if (this.#current) this.#current.text += ` ${text}`;
  }

  /** A header that no text followed said nothing, unless it was text. */
  #settleHeader(): void {
    const text = this.#header?.doubtful;
    this.#header = undefined;
    if (text !== undefined) this.#continue(text);
  }
}

const digitsOnly = /^\d{1,9}$/;
