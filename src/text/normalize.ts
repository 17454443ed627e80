/**
 * A text as every plugin gets it: well-formed (a lone surrogate becomes U+FFFD, so that it can be hashed, stored and
 * sent) and NFC (a decomposed accent would split its word).
 */
export function normalizeText(text: string): string {
  return text.toWellFormed().normalize("NFC");
}

/** A file's text: as `normalizeText`, with Windows and old Mac newlines made LF. */
export function normalizeFileText(text: string): string {
  return normalizeText(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
}
