import { isBlank, isSpace } from "./space.ts";

/**
 * The bounds of each sentence that holds more than white space, without its end mark: a sentence ends at a run of `.!?`
 * followed by white space or the end, so neither "3.5" nor a mark before a closing quote ends one. One at a time, since a
 * hostile text holds millions.
 */
export function* sentences(text: string): Generator<[start: number, end: number]> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (!isTerminator(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = at;
    while (at < text.length && isTerminator(text.charCodeAt(at))) at++;
    if (at === text.length || isSpace(text.charCodeAt(at))) {
      if (!isBlank(text, start, end)) yield [start, end];
      start = at;
    }
  }
  if (!isBlank(text, start, text.length)) yield [start, text.length];
}

function isTerminator(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}
