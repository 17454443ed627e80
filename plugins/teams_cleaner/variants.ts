import { isSystemSpeaker, joinLines, type Turn } from "./turns.ts";

/**
 * The same document as the participants alone, each speaker alone and the questions alone. `lines` are its turns', and
 * `cleaned` is all of them: where everybody is a participant, that very string serves, since a copy may be megabytes.
 */
export async function createVariants(
  turns: readonly Turn[],
  lines: readonly string[],
  cleaned: string,
  stepSize: number,
  checkpoint: () => Promise<void>,
): Promise<Record<string, string>> {
  const participants: string[] = [];
  const questions: string[] = [];
  const bySpeaker = new Map<string, string[]>();
  for (const [i, { speaker, text }] of turns.entries()) {
    if (i > 0 && i % stepSize === 0) await checkpoint();
    const line = lines[i] ?? "";
    if (!isSystemSpeaker(speaker)) participants.push(line);
    if (text.includes("?")) questions.push(line);
    const own = bySpeaker.get(speaker);
    if (own) own.push(line);
    else bySpeaker.set(speaker, [line]);
  }

  const variants = new Map<string, string>();
  if (participants.length > 0) {
    variants.set("participants_only", participants.length === lines.length ? cleaned : joinLines(participants));
  }
  const nextSuffix = new Map<string, number>();
  for (const [speaker, own] of bySpeaker) {
    if (variants.size > 0 && variants.size % stepSize === 0) await checkpoint();
    variants.set(unusedKey(`speaker_${safeName(speaker)}`, variants, nextSuffix), joinLines(own));
  }
  if (questions.length > 0) variants.set("questions_only", joinLines(questions));
  return Object.fromEntries(variants);
}

/** Word characters, white space and hyphens, with `_` for each space. */
function safeName(speaker: string): string {
  return speaker
    .replace(/[^\p{L}\p{N}_\s-]/gu, "")
    .replaceAll(" ", "_")
    .toLowerCase();
}

/** Two speakers may share a safe name; the suffixes are remembered so that a thousand of them cost no more. */
function unusedKey(base: string, taken: ReadonlyMap<string, string>, nextSuffix: Map<string, number>): string {
  let key = base;
  let suffix = nextSuffix.get(base) ?? 2;
  for (; taken.has(key); suffix += 1) key = `${base}_${suffix}`;
  nextSuffix.set(base, suffix);
  return key;
}
