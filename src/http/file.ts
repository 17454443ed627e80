import { normalizeFileText } from "../text/normalize.ts";

export interface DecodedFile {
  text: string;
  /** Set where the file was not UTF-8: what it was read as. */
  encodingWarning?: string;
}

/**
 * The text of an uploaded file: UTF-8 (or UTF-16 where a byte-order mark says so), else Latin-1 in the form files really
 * have, Windows-1252. Newlines become LF.
 */
export async function decodeFile(file: File): Promise<DecodedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: normalizeFileText(decode(utf16, bytes)) };
  try {
    return { text: normalizeFileText(decode("utf-8", bytes)) };
  } catch {
    return {
      text: normalizeFileText(decode("windows-1252", bytes)),
      encodingWarning: "The file is not UTF-8: it was read as Latin-1",
    };
  }
}

function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: false }).decode(bytes);
}
