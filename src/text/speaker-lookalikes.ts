/** Whether a word is the address of a page, a file or a mailbox. */
export function isAddress(word: string): boolean {
  return isPage(word) || mailbox.test(word);
}

/** Whether a word is the address of a page or a file: `www.exemplo.org`, `docs.google.com/abc`. */
export function isPage(word: string): boolean {
  return page.test(word);
}

/** Whether a label tells a day: `March 14, 2025`, `14 de março`. Weekdays are among the headings. */
export function isDate(label: string): boolean {
  return monthAndNumber.test(label) || numberAndMonth.test(label) || writtenDate.test(label) || monthAlone.test(label);
}

// Labels are short, and no pattern can read one of its stretches in two ways.
const topLevel =
  "com|org|net|br|gov|edu|info|io|app|dev|co|pt|es|uk|us|eu|tv|me|ai|ly|gl|be|ar|mx|cl|html?|php|pdf|docx?|xlsx?|pptx?|txt|vtt|srt|mp[34]";
const page = new RegExp(
  `^[("'<]?(?:www\\.|[\\p{L}\\d_-]+(?:\\.[\\p{L}\\d_-]+)*\\.(?:${topLevel})(?:[/?#]|[)"'>,.]?$))`,
  "iu",
);
const mailbox = /^[^@]+@[^@]+\.\p{L}/u;

/** `May` and `April` are also people, `Março` is not. */
const longMonths =
  "january|february|march|july|september|october|november|december|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|enero|febrero|marzo|mayo|septiembre|octubre|noviembre|diciembre";
const months = `${longMonths}|april|may|june|august|abril|agosto|junio|julio|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fev|abr|mai|ago|set|out|dez|ene|dic`;
const monthAndNumber = new RegExp(`(?<!\\p{L})(?:${months})\\.?,?\\s+(?:(?:de|del|of)\\s+)?\\d`, "iu");
const numberAndMonth = new RegExp(`\\d(?:st|nd|rd|th|º)?\\s+(?:(?:de|of)\\s+)?(?:${months})(?!\\p{L})`, "iu");
const monthAlone = new RegExp(`^(?:${longMonths})$`, "iu");
const writtenDate = /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/;
