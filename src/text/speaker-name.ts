import { isSpace, splitWords, trim } from "./space.ts";
import { isAddress, isDate } from "./speaker-lookalikes.ts";
import {
  connectives,
  givenNames,
  headings,
  longAbbreviations,
  namesLikeNouns,
  questionAndAnswer,
  roles,
  sentenceOpeners,
  sentenceWords,
  surnames,
} from "./speaker-words.ts";

/** Longest name with its role and affiliation. */
export const maxNameLength = 100;

export const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Whether a label without a time in front reads as a person, a role or a pseudonym, and not as a heading or the
 * beginning of a sentence. Names have capitals; `maria clara` and `Maria clara` are believed, more words only where the
 * first or the last is a common name.
 */
export function isName(label: string): boolean {
  if (label.length > maxNameLength || notInNames.test(label)) return false;
  const bare = withoutBrackets(label);
  if (bare === undefined) return false;
  const hasBrackets = bare.length < label.length;
  const words = withoutArticle(splitWords(bare).filter((word) => letterOrDigit.test(word)));
  const first = words[0];
  if (first === undefined || !letter.test(bare) || numberFirst.test(first) || words.some(endsSentence)) return false;
  if (words.length === 1 && (first.length === 1 || isQuestionOrAnswer(first))) return true;
  if (isDate(bare) || isNumbered.test(bare) || words.some(isAddress)) return false;
  if (headings.has(fold(first))) return false;

  const named = words.filter((word) => letter.test(word) && !connectives.has(word.toLowerCase()));
  const lower = named.filter((word) => startsLower.test(word));
  const commas = bare.split(",").length - 1;
  if (commas > 1 || named.length > 7) return false;
  if (lower.some((word) => sentenceWords.has(fold(word)))) return false;
  if (words.length > 1 && !first.endsWith(".") && sentenceOpeners.has(fold(first))) return false;
  if (lower.length === 0 || (hasBrackets && named.length <= 4)) return true;
  if (roles.has(fold(first))) return named.length <= 4;
  if (commas > 0 || named.some(isCommonWord)) return false;
  if (named.length <= 2 && (startsLower.test(first) || words.length === 2)) return true;
  return isKnownName(named.map(fold));
}

/** Whether a label is a name in capitals, of which no word is a common one: more than `isName` asks of a label. */
export function isProperName(label: string): boolean {
  return isName(label) && !hasLowerWord(label) && !splitWords(label).some((word) => sentenceWords.has(fold(word)));
}

/** Whether a word other than `de` and the like is in lower case. */
export function hasLowerWord(label: string): boolean {
  return splitWords(label).some((word) => startsLower.test(word) && !connectives.has(word));
}

/** Without the dashes, bars, bullets and emphasis that stand around names. */
export function trimMarks(text: string): string {
  let to = text.length;
  while (to > 0 && isMark(text, to - 1)) to -= 1;
  return skipMarks(text.slice(0, to));
}

/** The text from its first character that is no mark or white space. */
export function skipMarks(text: string): string {
  let from = 0;
  while (from < text.length && isMark(text, from)) from += 1;
  return text.slice(from);
}

function isQuestionOrAnswer(word: string): boolean {
  return questionAndAnswer.has(fold(word)) && !startsLower.test(word);
}

/** Names in lower case, `maria clara de souza`, are told from `secretaria de obras` by the words themselves. */
function isKnownName(named: string[]): boolean {
  const [first = "", second = ""] = named;
  const endsInSurname = surnames.has(named.at(-1) ?? "");
  if (!givenNames.has(first)) return endsInSurname && named.length <= 3;
  return named.length <= 2 || ((endsInSurname || givenNames.has(second)) && named.length <= 5);
}

function isCommonWord(word: string): boolean {
  const folded = fold(word);
  if (headings.has(folded) || sentenceWords.has(folded)) return true;
  return nounEnding.test(folded) && !namesLikeNouns.has(folded);
}

/** Minutes of parliaments write `O SR. PRESIDENTE: …`. */
function withoutArticle(words: string[]): string[] {
  const [article = "", title = ""] = words;
  return /^[OA]$/.test(article) && /^(?:Sr|Dr)a?\.?$/i.test(title) && !startsLower.test(title) ? words.slice(1) : words;
}

/** The label without its (…) and […], or undefined where one does not close. */
function withoutBrackets(label: string): string | undefined {
  let bare = "";
  let closing = "";
  for (const char of label) {
    if (closing !== "") {
      if (char === closing) closing = "";
    } else if (char === "(" || char === "[") {
      closing = char === "(" ? ")" : "]";
      bare += " ";
    } else if (char === ")" || char === "]") {
      return undefined;
    } else {
      bare += char;
    }
  }
  return closing === "" ? trim(bare) : undefined;
}

/** A full stop after a whole word; those of `Dr.`, `Profa.` and `J.` belong to names. */
function endsSentence(word: string): boolean {
  return word.endsWith(".") && word.length > 6 && !longAbbreviations.has(fold(word));
}

function isMark(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || marks.has(text.charAt(at));
}

/** Lower case without accents or punctuation, as the word lists below are written. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const letter = /\p{L}/u;
const startsLower = /^[^\p{L}]{0,2}\p{Ll}/u;
const numberFirst = /^\d(?!\d?[ºª°])/;
const nounEnding = /.(?:cao|coes|dades?|mentos?|tions?|ments?|ness)$/;
const notInNames = /[:;?!…"“”«»<>{}=\\$€£%]/;
/** `Art. 5`, `Fig. 1` */
const isNumbered = /^(?:art|artigo|artículo|article|fig|cap|pag|pág|vol|tab|inc|sec|ch|par|no|nº)\.?\s*\d/iu;
const marks = new Set(["-", "–", "—", "|", "•", "*", ",", ";"]);
