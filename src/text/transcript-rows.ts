import { trim, trimRange } from "./space.ts";

/** How much of the next line shows whether it is a cue's timing. */
const maxTimingLength = 64;

export interface Row {
  /** Without its newline or white space around it. */
  content: string;
  line: number;
  /** How the text goes on below it. */
  following: string;
}

/** The opening of the row below, which is "" where a blank one follows. */
export function openingBelow({ following }: Row): string {
  const end = following.search(/[\r\n]/);
  return trim(end === -1 ? following : following.slice(0, end));
}

/** The lines of a text one by one: to split them all at once would cost many times a text of short lines. */
export function* rowsOf(text: string): Generator<Row> {
  let line = 0;
  for (let start = text.startsWith("\ufeff") ? 1 : 0; start <= text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const following = text.slice(end + 1, end + 1 + maxTimingLength);
    const content = trimRange(text, start, end);
    // a carriage return within a line is a newline of its own (old Mac texts)
    if (!content.includes("\r")) yield { content, line, following };
    else yield* rowsWithin(content, line, following);
    start = end + 1;
  }
}

function* rowsWithin(content: string, line: number, following: string): Generator<Row> {
  const parts = content.split("\r").map(trim);
  for (const [i, part] of parts.entries()) yield { content: part, line, following: parts[i + 1] ?? following };
}
