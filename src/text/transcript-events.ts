import { countWords, trim } from "./space.ts";
import { isName, letterOrDigit } from "./speaker-name.ts";

/**
 * Whether a text is an announcement: it holds a phrase of one, nothing or a name stands before it, and at most seven
 * words are in it and after it. What somebody said may also be one if at most seven words end in the phrase.
 */
export function announcesEvent(text: string, isSpoken: boolean): boolean {
  if (text.length > 200) return false;
  const lower = text.toLowerCase();
  const phrase = eventPhrases.find((each) => lower.includes(each));
  if (phrase === undefined) return false;
  const at = lower.indexOf(phrase);
  const before = trim(text.slice(0, at));
  if (before === "" || isName(before)) return countWords(text.slice(at)) <= 7;
  return isSpoken && !letterOrDigit.test(lower.slice(at + phrase.length)) && countWords(text) <= 7;
}

const eventPhrases = [
  ...["recording started", "recording stopped", "gravação iniciada", "gravação parada"],
  ...["started recording", "stopped recording", "iniciou a gravação", "parou a gravação"],
  ...["started transcription", "stopped transcription", "iniciou a transcrição", "parou a transcrição"],
  ...["joined the meeting", "left the meeting", "entrou na reunião", "saiu da reunião"],
  ...["is presenting", "stopped presenting", "está apresentando", "parou de apresentar"],
  ...["was admitted", "foi admitido", "foi admitida"],
];
