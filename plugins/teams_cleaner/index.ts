import { z } from "zod";
import { defineDocument } from "../../src/engine/contract.ts";
import { codePointLength } from "../../src/text/code-points.ts";
import { readLongTranscript } from "../../src/text/transcript.ts";
import { describeMeeting } from "./metadata.ts";
import { assessQuality } from "./quality.ts";
import { summariseSpeakers } from "./speakers.ts";
import { cleanTurns, formatTurn, joinLines } from "./turns.ts";
import { createVariants } from "./variants.ts";

/** Lines or utterances between two checkpoints. Shorter texts are cleaned in one go. */
const stepSize = 20_000;

/** Thirty hours of speech. The answer holds the text three times and more, and an isolate 128 MB. */
const maxTextBytes = 2 * 1024 * 1024;

/** Turns the transcript of a meeting, as Teams, Zoom or a typist wrote it, into clean lines of speech. */
export default defineDocument({
  id: "teams_cleaner",
  name: "Teams Transcript Cleaner",
  version: "1.0.0",
  description: "Cleans transcripts of meetings (Teams, Zoom, WebVTT, typed) and tells who spoke, when and how much",
  provides: ["cleaned_document", "document_variants", "speakers", "quality_report", "metadata"],
  parameters: z.object({
    remove_timestamps: z.boolean().default(false).describe("Leave the times out of the cleaned text"),
    remove_system_messages: z
      .boolean()
      .default(true)
      .describe("Remove announcements of the meeting: recording, joining, leaving, presenting, admission"),
    normalize_speakers: z
      .boolean()
      .default(true)
      .describe("Remove suffixes such as (Guest) from names and capitalise them"),
    merge_consecutive: z.boolean().default(true).describe("Join consecutive utterances of the same speaker"),
    min_utterance_length: z.int().default(2).describe("Fewest words of an utterance that is kept"),
    create_variants: z
      .boolean()
      .default(true)
      .describe("Also give the participants alone, each speaker alone and the questions alone"),
  }),

  limits: { maxTextBytes },

  async process({ text, config, checkpoint }) {
    const utterances = await readLongTranscript(text, stepSize, checkpoint);
    const turns = await cleanTurns(utterances, config, stepSize, checkpoint);
    const pause = turns.length < stepSize ? () => Promise.resolve() : checkpoint;
    await pause();
    const lines = turns.map((turn) => formatTurn(turn, config));
    const cleaned = joinLines(lines);
    await pause();
    const originalLength = codePointLength(text);
    const cleanedLength = codePointLength(cleaned);
    const variants = config.create_variants ? await createVariants(turns, lines, cleaned, stepSize, checkpoint) : {};
    await pause();
    const speakers = summariseSpeakers(turns);
    await pause();
    return {
      cleaned_document: cleaned,
      original_length: originalLength,
      cleaned_length: cleanedLength,
      utterance_count: turns.length,
      document_variants: variants,
      speakers,
      quality_report: assessQuality(turns, originalLength, cleanedLength),
      metadata: describeMeeting(text, turns),
    };
  },
});
