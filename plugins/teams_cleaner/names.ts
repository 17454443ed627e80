import { splitWords } from "../../src/text/space.ts";

/** `JOSÉ da SILVA (Guest)` → `José da Silva`. A name that is nothing but a suffix stays as it is. */
export function normalizeName(speaker: string): string {
  const words = splitWords(speaker.replace(suffixes, ""));
  const name = dropTrailingSeparators(words).map(capitalizeWord).join(" ");
  return name === "" ? speaker : name;
}

const suffixes =
  /\((?:guest|convidado|external|externo|organizer|organizador|presenter|apresentador)\)|\[(?:guest|convidado|external|externo)\]/giu;

const connectives = new Set(["de", "da", "do", "dos", "das", "e"]);

/** Separators that stood before a suffix: `Ana - (Guest)`. */
const separators = new Set(["-", "–", "—", "|", ",", ";"]);

function dropTrailingSeparators(words: string[]): string[] {
  const kept = [...words];
  while (separators.has(kept.at(-1) ?? "")) kept.pop();
  const last = kept.at(-1);
  if (last !== undefined && separators.has(last.slice(-1))) kept[kept.length - 1] = last.slice(0, -1);
  return kept;
}

/** As Python's `capitalize`: the first character in upper case, all others in lower. */
function capitalizeWord(word: string, index: number): string {
  const lower = word.toLowerCase();
  if (index > 0 && connectives.has(lower)) return lower;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}
