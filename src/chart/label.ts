const replacement = "\u{FFFD}";

/**
 * What XML cannot hold (control characters, noncharacters; lone surrogates are mended first) and what would turn the
 * text around it (bidirectional overrides).
 */
const illegible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/** East Asian wide characters and emoji: twice as wide as a Latin letter. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const combining = /\p{Mn}/u;

/** The caller's text on one line, with every character that is unsafe to draw replaced by U+FFFD. */
export function toLegible(text: string): string {
  const line = text.toWellFormed().replace(illegible, replacement).replace(/\s/g, " ").trim();
  return line === "" ? "(empty)" : line;
}

/** Width of legible text in columns, each as wide as an average Latin letter. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** Cuts legible text to at most `columns`, the last one an ellipsis. Reads no further than it has to. */
export function shorten(text: string, columns: number): string {
  let used = 0;
  let end = 0;
  let keptEnd = 0;
  for (const character of text) {
    used += columnsOfCharacter(character);
    end += character.length;
    if (used > columns || end > columns * maxUnitsPerColumn) return `${text.slice(0, keptEnd).trimEnd()}…`;
    if (used < columns) keptEnd = end;
  }
  return text;
}

/** Bounds a stack of combining marks, which takes no column. */
const maxUnitsPerColumn = 8;

function columnsOfCharacter(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Escapes text for an element or a quoted attribute, in XML and HTML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
