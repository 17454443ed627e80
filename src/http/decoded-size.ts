/** How a body writes its text: JSON escapes and percent-encoding take several bytes for one. */
export type Encoding = "json" | "urlencoded" | "plain";

/** The most bytes that one byte of text takes: `\u00e9` is six for two, `%C3` three for one. */
export const mostBytesPerByte: Record<Encoding, number> = { json: 3, urlencoded: 3, plain: 1 };

const backslash = 0x5c;
const percent = 0x25;
const u = 0x75;

/**
 * Counts what a body will be at least once decoded, while it arrives: a client that escapes every accent is within its
 * limit, and one that does not is found over it before the body is read whole.
 */
export class DecodedSize {
  readonly #encoding: Encoding;
  #bytes = 0;
  #isEscaped = false;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /** @returns the bytes so far, at least */
  add(chunk: Uint8Array): number {
    this.#bytes += chunk.byteLength;
    if (this.#encoding === "json") this.#takeOffEscapes(chunk);
    if (this.#encoding === "urlencoded") for (const byte of chunk) if (byte === percent) this.#bytes -= 2;
    return this.#bytes;
  }

  #takeOffEscapes(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#isEscaped) {
        this.#bytes -= byte === u ? 5 : 1;
        this.#isEscaped = false;
      } else if (byte === backslash) this.#isEscaped = true;
    }
  }
}
