import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodedSize, type Encoding, mostBytesPerByte } from "./decoded-size.ts";

function sizeOf(encoding: Encoding, body: string, cut: number): number {
  const bytes = new TextEncoder().encode(body);
  const size = new DecodedSize(encoding);
  size.add(bytes.subarray(0, cut));
  return size.add(bytes.subarray(cut));
}

const utf8 = (text: string) => new TextEncoder().encode(text).length;

describe("the decoded size of a body", () => {
  it("is what it is where nothing is escaped", () => {
    expect(sizeOf("plain", "água \\u00e9 %C3", 3)).toBe(utf8("água \\u00e9 %C3"));
    expect(sizeOf("json", '"água"', 3)).toBe(utf8('"água"'));
  });

  it("never exceeds the text's, however it is escaped and wherever it is cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, at) => {
        const escaped = JSON.stringify(text).replace(
          /[^\x20-\x7e]/g,
          (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        expect(sizeOf("json", escaped, at % (escaped.length + 1))).toBeLessThanOrEqual(utf8(text) + 2);
        const encoded = encodeURIComponent(text);
        expect(sizeOf("urlencoded", encoded, at % (encoded.length + 1))).toBe(utf8(text));
      }),
    );
  });

  it("of a text without control characters is at least a third of its body", () => {
    const text = "é".repeat(100);
    const escaped = `"${"\\u00e9".repeat(100)}"`;
    expect(escaped.length).toBeLessThanOrEqual(utf8(text) * mostBytesPerByte.json + 2);
  });
});
